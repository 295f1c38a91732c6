using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Reporting.Decisions;

/// <summary>Takes a decision off the public pages. That it stood there, and why it does not any more, stays.</summary>
public sealed class TakeBackDecision(TimeProvider clock)
{
    /// <exception cref="DecisionException">Somebody else wrote meanwhile, nothing is public, or the note says nothing.</exception>
    public async ValueTask TakeBackAsync(WriteScope scope, DecisionRequest request)
    {
        var before = await DecisionRecord.DemandAsync(scope, request);
        if (before.Count == 0 || new Decision(request.QuestionId, before).Published is not { } text)
            throw new DecisionException(DecisionRefusal.NotPublic);
        DecisionRecord.DemandNote(request);
        await DecisionRecord.AppendAsync(scope, request with { Text = text }, DecisionState.TakenBack, request.Note, clock.GetUtcNow());
    }
}
