using Participatie.Surveys.Language;
using Participatie.Surveys.PlainLanguage.Warnings;

namespace Participatie.Surveys.PlainLanguage;

/// <summary>Reads a Dutch text as a plain-language editor does.</summary>
public static class CheckText
{
    /// <param name="aim">The level that the text is held to.</param>
    /// <param name="isQuestion">The text asks something, with or without a question mark.</param>
    /// <param name="explained">Words, in small letters, that the page explains where they stand: they may be hard.</param>
    public static LanguageReport Read(
        string text, LanguageLevel aim = LanguageLevel.Plain, bool isQuestion = false, IReadOnlySet<string>? explained = null)
    {
        IReadOnlyList<Sentence> sentences = SplitSentences.In(PerceivedText.Composed(text));
        sentences = isQuestion
            ? [.. sentences.Select(sentence => sentence with { IsQuestion = true })]
            : [.. sentences.Select((sentence, at) => IsCondition(sentences, at) ? sentence with { IsCondition = true } : sentence)];

        var letters = new ExplainedLetters(sentences);
        var warnings = new List<Warning>();
        var levels = new List<(Sentence, LanguageLevel)>(sentences.Count);
        foreach (var sentence in sentences)
        {
            var found = In(sentence, letters).Where(warning => !IsExplained(warning, explained)).ToList();
            warnings.AddRange(found);
            levels.Add((sentence, SentenceLevels.Of(sentence, found)));
        }

        var measures = ReadabilityMeasures.Of(sentences);
        return new LanguageReport
        {
            Aim = aim,
            Level = SentenceLevels.Of([.. levels.Select(level => level.Item2)], measures),
            ReadabilityMeasures = measures,
            Sentences = levels,
            Warnings = warnings,
        };
    }

    private static bool IsExplained(Warning warning, IReadOnlySet<string>? explained) =>
        explained is not null
        && warning.Kind is WarningKind.LongWord or WarningKind.Officialese or WarningKind.UnexplainedAbbreviation
        && explained.Contains(warning.Where.ToLowerInvariant());

    /// <summary>A question for yes or no with a statement behind it on the same line: "Lukt het niet? Bel ons dan."</summary>
    private static bool IsCondition(IReadOnlyList<Sentence> sentences, int at)
    {
        var next = at;
        while (next < sentences.Count
            && sentences[next].IsQuestion
            && sentences[next].Line == sentences[at].Line
            && !DoubleQuestion.AsksForMore(sentences[next].Words[0]))
        {
            next++;
        }

        return next > at && next < sentences.Count && !sentences[next].IsQuestion && sentences[next].Line == sentences[at].Line;
    }

    private static IEnumerable<Warning> In(Sentence sentence, ExplainedLetters letters) =>
    [
        .. LongSentence.In(sentence),
        .. Officialese.In(sentence),
        .. Passive.In(sentence),
        .. Nominalisation.In(sentence),
        .. LongWord.In(sentence),
        .. DoubleQuestion.In(sentence),
        .. NegatedQuestion.In(sentence),
        .. LeadingQuestion.In(sentence),
        .. UnexplainedAbbreviation.In(sentence, letters),
        .. ManyCommas.In(sentence),
        .. BracketsInQuestion.In(sentence),
        .. DoubleNegation.In(sentence),
    ];
}
