using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Reporting.Decisions;

/// <summary>Keeps what staff wrote so far; nobody else sees it.</summary>
public sealed class SaveDecision(TimeProvider clock)
{
    /// <exception cref="DecisionException">Somebody else wrote meanwhile, or a text is too long.</exception>
    public async ValueTask SaveAsync(WriteScope scope, DecisionRequest request)
    {
        await DecisionRecord.DemandAsync(scope, request);
        if (DecisionCheck.ForDraft(request.Text).ToList() is { Count: > 0 } problems)
            throw new DecisionException(DecisionRefusal.HasProblems, problems);
        await DecisionRecord.AppendAsync(scope, request, DecisionState.Draft, "", clock.GetUtcNow());
    }
}
