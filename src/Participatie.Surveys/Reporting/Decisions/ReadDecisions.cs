using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Reporting.Decisions;

/// <summary>Reads what is done with the answers.</summary>
public sealed class ReadDecisions(Database database)
{
    /// <summary>By question, and under <see cref="DecisionEntry.Whole"/> the one about all of it.</summary>
    public async Task<IReadOnlyDictionary<string, Decision>> OfAsync(int consultationId, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        var rows = await context.Decisions.AsNoTracking().Where(entry => entry.ConsultationId == consultationId)
            .OrderBy(entry => entry.Revision).ToListAsync(cancellationToken);
        return rows.GroupBy(entry => entry.QuestionId, StringComparer.Ordinal).ToDictionary(
            revisions => revisions.Key,
            revisions => new Decision(revisions.Key, [.. revisions.Select(DecisionRevision.Of)]),
            StringComparer.Ordinal);
    }

    /// <summary>Those of them about which everybody may read something: published, or taken back.</summary>
    public async Task<IReadOnlyDictionary<string, Decision>> PublicOfAsync(int consultationId, CancellationToken cancellationToken) =>
        (await OfAsync(consultationId, cancellationToken)).Where(pair => pair.Value.WasPublic)
        .ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);

    /// <summary>What everybody may read now about all of each of these consultations.</summary>
    public async Task<IReadOnlyDictionary<int, DecisionText>> OnAllOfAsync(
        IReadOnlyCollection<int> consultationIds, CancellationToken cancellationToken)
    {
        if (consultationIds.Count == 0)
            return new Dictionary<int, DecisionText>();
        await using var context = database.NewContext();
        var rows = await context.Decisions.AsNoTracking()
            .Where(entry => consultationIds.Contains(entry.ConsultationId) && entry.QuestionId == DecisionEntry.Whole)
            .OrderBy(entry => entry.Revision).ToListAsync(cancellationToken);
        return (
            from revisions in rows.GroupBy(entry => entry.ConsultationId)
            let told = new Decision(DecisionEntry.Whole, [.. revisions.Select(DecisionRevision.Of)]).Published
            where told is not null
            select (revisions.Key, told)).ToDictionary();
    }
}
