using System.Text;
using System.Text.Json;
using Participatie.Surveys.Definition.Json;
using Participatie.Surveys.PlainLanguage;

namespace Participatie.Surveys.Definition.Life;

/// <summary>A tip of the language check.</summary>
/// <param name="At">JSON pointer to the text.</param>
/// <param name="Warning">What makes it hard, and a plainer way.</param>
public sealed record LanguageTip(string At, Warning Warning);

/// <summary>All that an author hears of a document.</summary>
public sealed record DocumentReport
{
    /// <summary>Null while something in the document keeps it from being read.</summary>
    public required Consultation? Definition { get; init; }

    /// <summary>What keeps it from opening, or from being the next correction, with JSON pointers.</summary>
    public required IReadOnlyList<Problem> Problems { get; init; }

    public required IReadOnlyList<LanguageTip> Tips { get; init; }

    /// <summary>There was more to read for the language check than anybody mends at a time.</summary>
    public required bool HasMoreTips { get; init; }
}

/// <summary>Everything that is wrong with a document at once, whether it can be read or not.</summary>
public static class CheckDocument
{
    /// <summary>Reading on takes seconds when every sentence is hard.</summary>
    private const int MostTips = 500;

    /// <param name="document">As typed.</param>
    /// <param name="life">Of the consultation that it is for; null for a new one.</param>
    /// <param name="versions">That are published already, oldest first.</param>
    /// <param name="today">The day on which it would open.</param>
    public static DocumentReport Of(string document, ConsultationLife? life, IReadOnlyList<PublishedVersion> versions, DateOnly today)
    {
        var utf8 = Encoding.UTF8.GetBytes(document);
        var (definition, problems) = DefinitionReader.Read(utf8);
        if (definition is not null)
        {
            problems = [.. Named(definition, life), .. For(definition, versions, today)];
        }

        var tips = Tips(utf8).Take(MostTips + 1).ToList();
        return new DocumentReport
        {
            Definition = definition,
            Problems = problems,
            Tips = [.. tips.Take(MostTips)],
            HasMoreTips = tips.Count > MostTips,
        };
    }

    private static IEnumerable<Problem> Named(Consultation definition, ConsultationLife? life)
    {
        if (life is not null && definition.Slug != life.Slug)
        {
            yield return new Problem("/slug", $"Deze vragen heten '{life.Slug}' in hun adres. Dat kan niet meer anders.");
        }
    }

    private static IReadOnlyList<Problem> For(Consultation definition, IReadOnlyList<PublishedVersion> versions, DateOnly today) =>
        versions.Count > 0 ? CorrectionCheck.Run(definition, versions) : PublishingCheck.Run(definition, today);

    private static IEnumerable<LanguageTip> Tips(ReadOnlyMemory<byte> utf8)
    {
        IReadOnlyList<DutchText> texts;
        try
        {
            using var json = JsonDocument.Parse(utf8);
            texts = json.RootElement.ValueKind == JsonValueKind.Object ? FindDutchTexts.In(json.RootElement) : [];
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            // The reader says so.
            texts = [];
        }

        return texts.SelectMany(text => text.Read().Warnings.Select(warning => new LanguageTip(text.At, warning)));
    }
}
