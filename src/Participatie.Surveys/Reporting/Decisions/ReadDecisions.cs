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
}
