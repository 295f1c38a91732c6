using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Review.Statement;

/// <summary>Keeps the statement, and makes it what everybody reads once it is signed.</summary>
public sealed class SaveStatement(ReadCompliance compliance, TimeProvider clock)
{
    /// <param name="scope">The transaction.</param>
    /// <param name="seen">The newest revision when the form was made; 0 before the first.</param>
    /// <param name="text">As it is from now on.</param>
    /// <param name="state">Whether everybody reads it.</param>
    /// <param name="who">As the audit log says people.</param>
    /// <exception cref="StatementException">It lacks something, or somebody else wrote meanwhile.</exception>
    public async ValueTask SaveAsync(WriteScope scope, int seen, StatementText text, StatementState state, string who)
    {
        var now = clock.GetUtcNow();
        var today = Amsterdam.DayOf(now);
        if ((await scope.Context.Statements.MaxAsync(entry => (int?)entry.Revision) ?? 0) != seen)
            throw new StatementException([]);
        var problems = state == StatementState.InForce ? StatementCheck.ForSigning(text, today) : StatementCheck.ForDraft(text);
        if (problems.ToList() is { Count: > 0 } found)
            throw new StatementException(found);
        scope.Context.Statements.Add(new StatementEntry
        {
            Revision = seen + 1,
            State = (short)state,
            Document = (state == StatementState.InForce ? await WithClaimAsync(scope.Context, text, today) : text).Write(),
            At = now.ToUnixTimeMilliseconds(),
            Who = who,
        });
        await scope.Context.SaveChangesAsync();
    }

    /// <summary>Signing again does not make status C young again.</summary>
    private async ValueTask<StatementText> WithClaimAsync(ParticipatieDb context, StatementText text, DateOnly today)
    {
        var before = await ReadCompliance.SignedAsync(context, CancellationToken.None);
        var since = before?.Text is { Claimed: ComplianceStatus.C, ClaimedSince: { } first } ? first : (DateOnly?)null;
        var study = await ReadCompliance.StudyAsync(context, CancellationToken.None);
        var claimed = compliance.Of(text with { ClaimedSince = since, Claimed = ComplianceStatus.C }, study?.Study, null).Status;
        return text with
        {
            Claimed = claimed,
            ClaimedSince = before?.Text is { ClaimedSince: { } same } earlier && earlier.Claimed == claimed ? same : text.SignedOn ?? today,
        };
    }
}
