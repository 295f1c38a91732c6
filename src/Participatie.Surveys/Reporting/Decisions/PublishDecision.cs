using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Reporting.Decisions;

/// <summary>
/// Tells everybody what was heard and what is done with it, or corrects that with a public note. By the first one of a consultation its
/// promise of results is met, by the one about all of it its promise of a decision.
/// </summary>
public sealed class PublishDecision(ReportResults report, RecordDecision decide, TimeProvider clock)
{
    /// <summary>The public reason of the step in the life of the consultation.</summary>
    public const string Told = "Ons besluit staat bij de uitslag.";

    /// <param name="scope">The transaction.</param>
    /// <param name="request">What, by whom.</param>
    /// <param name="life">Of the consultation.</param>
    /// <exception cref="DecisionException">See <see cref="DecisionRefusal"/>.</exception>
    /// <exception cref="LifeException">The consultation changed meanwhile.</exception>
    public async ValueTask PublishAsync(WriteScope scope, DecisionRequest request, ConsultationLife life)
    {
        if (life.State is not (LifeState.Closed or LifeState.Reported))
            throw new DecisionException(DecisionRefusal.NotYet);
        var before = await DecisionRecord.DemandAsync(scope, request);
        if (DecisionCheck.ForPublishing(request.Text).ToList() is { Count: > 0 } problems)
            throw new DecisionException(DecisionRefusal.HasProblems, problems);
        var wasPublic = before.Count > 0 && new Decision(request.QuestionId, before).WasPublic;
        if (wasPublic)
            DecisionRecord.DemandNote(request);
        await DecisionRecord.AppendAsync(
            scope, request, DecisionState.Published, wasPublic ? request.Note : "", clock.GetUtcNow());
        var step = new StepRequest { ConsultationId = request.ConsultationId, Who = request.Who, Seen = life.LastNumber, Reason = Told };
        var isTold = life.Events.Any(one => one.Step == LifeStep.Decided);
        if (life.State == LifeState.Closed)
            step = step with { Seen = (await report.ReportAsync(scope, step with { Reason = "" })).Number };
        if (request.QuestionId == DecisionEntry.Whole && !isTold)
            await decide.RecordAsync(scope, step);
    }
}
