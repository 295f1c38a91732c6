using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Reporting.Decisions;

namespace Participatie.Surveys.Reporting.OpenData;

/// <summary>What happened around the figures and everybody may know: when it opened, which words changed, what was decided.</summary>
/// <param name="Changes">Oldest first.</param>
/// <param name="Decisions">By question in the order of the newest version, then about all of it; of each the oldest first.</param>
/// <param name="IsMadeUp">Nobody gave these answers: it is a trial or a sample.</param>
public sealed record OpenHistory(IReadOnlyList<OpenChange> Changes, IReadOnlyList<OpenDecision> Decisions, bool IsMadeUp)
{
    public static OpenHistory Of(PublishedVersion latest, ConsultationLife life, IReadOnlyDictionary<string, Decision> decisions) => new(
        [.. life.PublicEvents.Select(OpenChange.Of)],
        [
            .. latest.Definition.Numbered.Select(question => question.Id)
                .Concat(decisions.Keys.Except(latest.Definition.Numbered.Select(question => question.Id), StringComparer.Ordinal)
                    .OrderBy(id => id.Length == 0).ThenBy(id => id, StringComparer.Ordinal))
                .Where(decisions.ContainsKey)
                .SelectMany(id => OpenDecision.Of(decisions[id])),
        ],
        life.IsMadeUp);
}

/// <param name="Day">On which it happened.</param>
/// <param name="What">One of <see cref="OpenTerms.Steps"/>.</param>
/// <param name="Version">Of the questions, that came into being.</param>
/// <param name="Until">The new last day for answers.</param>
/// <param name="Reason">In Dutch, as everybody could read it; empty where none is told.</param>
public sealed record OpenChange(DateOnly Day, string What, int? Version, DateOnly? Until, string Reason)
{
    public static OpenChange Of(LifeEvent one) => new(
        Amsterdam.DayOf(one.At),
        OpenTerms.OfStep(one.Step),
        one.Version,
        one.Step == LifeStep.Extended ? one.Day : null,
        // Of the opening it is why nobody waited for the council, which the page of the promises tells.
        one.Step == LifeStep.Opened ? "" : one.Reason);
}

/// <summary>One moment at which everybody could read something about a decision.</summary>
public sealed record OpenDecision
{
    /// <summary>Empty: about all of it.</summary>
    public required string Question { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>One of <see cref="OpenTerms.DecisionStates"/>.</summary>
    public required string State { get; init; }

    /// <summary>What changed and why.</summary>
    public required string Note { get; init; }

    /// <summary>What everybody reads now; null of what was replaced or taken back.</summary>
    public required DecisionText? Text { get; init; }

    public static IEnumerable<OpenDecision> Of(Decision decision) => decision.PublicRevisions.Select((revision, place) => new OpenDecision
    {
        Question = decision.QuestionId,
        Day = Amsterdam.DayOf(revision.At),
        State = OpenTerms.OfState(revision.State, isFirst: place == 0),
        Note = revision.Note,
        Text = place == decision.PublicRevisions.Count - 1 && revision.State == DecisionState.Published ? revision.Text : null,
    });
}
