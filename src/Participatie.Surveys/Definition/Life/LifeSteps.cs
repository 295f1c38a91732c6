using System.Collections.Frozen;

namespace Participatie.Surveys.Definition.Life;

/// <summary>Which step leads from which states to which state: the one table of it.</summary>
public static class LifeSteps
{
    private static readonly LifeState[] BeforeArchive =
    [
        LifeState.Concept, LifeState.InReview, LifeState.Approved, LifeState.Planned, LifeState.Open, LifeState.Closed, LifeState.Reported,
    ];

    private static readonly FrozenDictionary<(LifeState From, LifeStep Step), LifeState> Table = new[]
    {
        Rule(LifeStep.ReviewAsked, LifeState.InReview, LifeState.Concept),
        Rule(LifeStep.SentBack, LifeState.Concept, LifeState.InReview, LifeState.Approved, LifeState.Planned),
        Rule(LifeStep.Approved, LifeState.Approved, LifeState.InReview),
        // From planned: on another day.
        Rule(LifeStep.Planned, LifeState.Planned, LifeState.Approved, LifeState.Planned),
        Rule(LifeStep.Unplanned, LifeState.Approved, LifeState.Planned),
        Rule(LifeStep.Opened, LifeState.Open, LifeState.Approved, LifeState.Planned),
        Rule(LifeStep.Corrected, LifeState.Open, LifeState.Open),
        Rule(LifeStep.Extended, LifeState.Open, LifeState.Open),
        Rule(LifeStep.Closed, LifeState.Closed, LifeState.Open),
        Rule(LifeStep.Reported, LifeState.Reported, LifeState.Closed),
        Rule(LifeStep.Decided, LifeState.Reported, LifeState.Reported),
        Rule(LifeStep.Archived, LifeState.Archived, LifeState.Closed, LifeState.Reported),
        Rule(LifeStep.Withdrawn, LifeState.Withdrawn, BeforeArchive),
    }.SelectMany(rules => rules).ToFrozenDictionary();

    /// <summary>The state after it; null when it cannot be taken from there.</summary>
    /// <param name="from">Where the consultation stands; null before it began.</param>
    /// <param name="step">What is to happen.</param>
    /// <param name="beforeArchive">Where it was before it was archived: there it comes back to.</param>
    public static LifeState? To(LifeState? from, LifeStep step, LifeState beforeArchive = LifeState.Closed) => (from, step) switch
    {
        (null, LifeStep.Begun) => LifeState.Concept,
        (LifeState.Archived, LifeStep.Restored) => beforeArchive,
        ({ } state, _) when Table.TryGetValue((state, step), out var to) => to,
        _ => null,
    };

    /// <summary>
    /// The state after a step that was taken: each leads to one. An event is a fact, also where it stands without those before it, as with
    /// consultations from before there were events.
    /// </summary>
    public static LifeState After(LifeStep step, LifeState beforeArchive) => step switch
    {
        LifeStep.Begun => LifeState.Concept,
        LifeStep.Restored => beforeArchive,
        _ => Table.First(rule => rule.Key.Step == step).Value,
    };

    private static IEnumerable<KeyValuePair<(LifeState From, LifeStep Step), LifeState>> Rule(
        LifeStep step, LifeState to, params LifeState[] from) => from.Select(state => KeyValuePair.Create((state, step), to));
}
