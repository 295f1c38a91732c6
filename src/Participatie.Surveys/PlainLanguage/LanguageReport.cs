namespace Participatie.Surveys.PlainLanguage;

/// <summary>What the check found in one text. It advises; it never rewrites.</summary>
public sealed record LanguageReport
{
    public required LanguageLevel Aim { get; init; }

    public required LanguageLevel Level { get; init; }

    public required ReadabilityMeasures ReadabilityMeasures { get; init; }

    public required IReadOnlyList<(Sentence Sentence, LanguageLevel Level)> Sentences { get; init; }

    public required IReadOnlyList<Warning> Warnings { get; init; }

    public bool IsAboveAim => Level > Aim;

    public bool HasOfficialese => Warnings.Any(warning => warning.Kind == WarningKind.Officialese);

    /// <summary>The sentences that make the text as hard as it is; none when only the average does.</summary>
    public IEnumerable<Sentence> Causes => Sentences
        .Where(sentence => sentence.Level >= Level && Level > LanguageLevel.Easy)
        .Select(sentence => sentence.Sentence);
}
