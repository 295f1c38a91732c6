using System.Text;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;

namespace Participatie.Web.Pages.Definition.Desk.Steps;

/// <summary>The one step that a consultation waits for, where it waits for a person.</summary>
internal static class NextStep
{
    /// <param name="found">The consultation.</param>
    /// <param name="report">On its working copy, while that can be changed.</param>
    /// <param name="now">The moment.</param>
    /// <returns>Null when a day comes first, or the questions have to be mended.</returns>
    public static LifeStep? Of(DeskConsultation found, DocumentReport? report, DateTimeOffset now) => found.Life.State switch
    {
        LifeState.Concept when report is { Problems.Count: > 0 } => null,
        LifeState.Open when HasCorrection(found, report, now) => LifeStep.Corrected,
        _ => Of(found.Life, found.Latest, now),
    };

    /// <summary>The same where nobody looks into the questions.</summary>
    public static LifeStep? Of(ConsultationLife life, PublishedVersion? latest, DateTimeOffset now) => life.State switch
    {
        LifeState.Concept => LifeStep.ReviewAsked,
        LifeState.InReview => LifeStep.Approved,
        LifeState.Approved => LifeStep.Planned,
        LifeState.Planned when life.MissedOpening(now) => LifeStep.Opened,
        LifeState.Open when latest is not null && life.MissedClosing(latest, now) => LifeStep.Closed,
        LifeState.Closed => LifeStep.Reported,
        LifeState.Reported => life.Events.Any(one => one.Step == LifeStep.Decided) ? LifeStep.Archived : LifeStep.Decided,
        _ => null,
    };

    /// <summary>An author changed the questions since residents answer them, and they can be published.</summary>
    private static bool HasCorrection(DeskConsultation found, DocumentReport? report, DateTimeOffset now) =>
        found is { Revision: not null, Latest: { } latest }
        && report is { Problems: [], Definition: { } next }
        && Opening.Of(found.Life, latest, now) == OpenState.Open
        && !DefinitionWriter.Write(next).AsSpan().SequenceEqual(DefinitionWriter.Write(latest.Definition));
}
