using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Reporting.Decisions;

/// <summary>What keeps a decision from being saved or published. Problems are named after the members of <see cref="DecisionText"/>.</summary>
public static class DecisionCheck
{
    /// <summary>A draft may be half finished; what cannot be stored or read is no draft either.</summary>
    public static IEnumerable<Problem> ForDraft(DecisionText text)
    {
        foreach (var (member, words, most) in Texts(text))
        {
            if (PerceivedText.IsLongerThan(words, most))
                yield return new Problem(member, $"Deze tekst is te lang. Gebruik hooguit {most} tekens.");
        }
    }

    /// <summary>Everything that residents need to understand it.</summary>
    public static IEnumerable<Problem> ForPublishing(DecisionText text)
    {
        foreach (var problem in ForDraft(text))
            yield return problem;
        if (PerceivedText.ShowsNothing(text.Heard))
            yield return new Problem(nameof(DecisionText.Heard), "Schrijf op wat u hoorde.");
        if (text.Outcome is null)
            yield return new Problem(nameof(DecisionText.Outcome), "Kies wat u ermee doet.");
        if (PerceivedText.ShowsNothing(text.Why))
            yield return new Problem(nameof(DecisionText.Why), "Schrijf op wat u doet en waarom.");
        if (PerceivedText.ShowsNothing(text.DecidedBy))
            yield return new Problem(nameof(DecisionText.DecidedBy), "Schrijf op wie dit besluit.");
        if (text.Progress == DecisionProgress.Later && PerceivedText.ShowsNothing(text.ProgressReason))
            yield return new Problem(nameof(DecisionText.ProgressReason), "Schrijf op waarom het later wordt.");
    }

    private static (string Member, string Words, int Most)[] Texts(DecisionText text) =>
    [
        (nameof(DecisionText.Heard), text.Heard, DecisionText.LongestText),
        (nameof(DecisionText.HeardEasy), text.HeardEasy, DecisionText.LongestText),
        (nameof(DecisionText.Why), text.Why, DecisionText.LongestText),
        (nameof(DecisionText.WhyEasy), text.WhyEasy, DecisionText.LongestText),
        (nameof(DecisionText.DecidedBy), text.DecidedBy, DecisionText.LongestName),
        (nameof(DecisionText.ProgressReason), text.ProgressReason, DecisionText.LongestText),
    ];
}
