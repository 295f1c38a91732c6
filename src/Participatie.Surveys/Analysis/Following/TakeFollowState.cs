using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Analysis.Tallies;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Analysis.Following;

/// <summary>
/// Renews what staff see of a consultation's groups when ten more responses were counted: in the worker's transaction, whose numbers these
/// are; and now and then for what was counted before there was such a thing.
/// </summary>
public sealed class TakeFollowState(Database database, GroupedWriter writer)
{
    /// <returns>Whether there is a new one.</returns>
    public async Task<bool> RunAsync(PublishedVersion latest, CancellationToken cancellationToken)
    {
        var consultation = latest.ConsultationId;
        await using (var context = database.NewContext())
        {
            if (!(await ReadAsync(context, consultation, cancellationToken)).IsDue(
                await CountedAsync(context, consultation, cancellationToken)))
            {
                return false;
            }
        }

        return await writer.WriteAsync(
            async scope =>
            {
                await ConsultationLock.TakeAsync(scope, consultation);
                return await RunAsync(scope, consultation);
            },
            cancellationToken);
    }

    /// <summary>Inside the transaction that counted, whose lock is held.</summary>
    internal static async ValueTask<bool> RunAsync(WriteScope scope, int consultationId)
    {
        var responses = await CountedAsync(scope.Context, consultationId, default);
        var before = await ReadAsync(scope.Context, consultationId, default);
        if (!before.IsDue(responses))
        {
            return false;
        }

        var next = before.Advance(responses, await CountsAsync(scope.Context, consultationId)).Write();
        if (await scope.Context.FollowStates.Where(entry => entry.ConsultationId == consultationId).ExecuteUpdateAsync(
            set => set.SetProperty(entry => entry.Responses, responses).SetProperty(entry => entry.Counts, next)) == 0)
        {
            scope.Context.FollowStates.Add(
                new FollowStateEntry { ConsultationId = consultationId, Responses = responses, Counts = next });
            await scope.Context.SaveChangesAsync();
        }

        return true;
    }

    internal static async Task<FollowState> ReadAsync(ParticipatieDb context, int consultationId, CancellationToken cancellationToken) =>
        await context.FollowStates.AsNoTracking().SingleOrDefaultAsync(
            entry => entry.ConsultationId == consultationId, cancellationToken) is { } stored
            ? FollowState.Read(stored.Responses, stored.Counts)
            : FollowState.None;

    /// <summary>Each response has one channel.</summary>
    private static Task<long> CountedAsync(ParticipatieDb context, int consultationId, CancellationToken cancellationToken) =>
        context.Arrivals.Where(entry => entry.ConsultationId == consultationId && entry.Dimension == (short)ArrivalDimension.Channel)
            .SumAsync(entry => entry.Responses, cancellationToken);

    private static async Task<Dictionary<string, IReadOnlyDictionary<string, long>>> CountsAsync(ParticipatieDb context, int consultationId)
    {
        var counts = (await context.Arrivals.AsNoTracking().Where(entry => entry.ConsultationId == consultationId).ToListAsync())
            .GroupBy(entry => NameOf((ArrivalDimension)entry.Dimension), StringComparer.Ordinal)
            .ToDictionary(
                dimension => dimension.Key,
                IReadOnlyDictionary<string, long> (dimension) =>
                    dimension.ToDictionary(entry => entry.Value, entry => entry.Responses, StringComparer.Ordinal),
                StringComparer.Ordinal);
        var groups = new Dictionary<string, Dictionary<string, long>>(StringComparer.Ordinal)
        {
            [FollowState.Place] = new(StringComparer.Ordinal),
            [FollowState.Age] = new(StringComparer.Ordinal),
        };
        foreach (var row in await context.Tallies.AsNoTracking()
            .Where(entry => entry.ConsultationId == consultationId && entry.QuestionId == ResponsesTally.Responses).ToListAsync())
        {
            foreach (var (name, seen) in CountsText.SeenByGroup(row.Counts))
            {
                // An organisation is no resident of where it stands.
                var (dimension, group) = (Population)row.Population == Population.Organisation
                    ? (name[..name.IndexOf('=', StringComparison.Ordinal)], FollowState.Organisations)
                    : (name[..name.IndexOf('=', StringComparison.Ordinal)], name[(name.IndexOf('=', StringComparison.Ordinal) + 1)..]);
                groups[dimension][group] = groups[dimension].GetValueOrDefault(group) + seen;
            }
        }

        foreach (var (dimension, found) in groups)
        {
            counts[dimension] = found;
        }

        return counts;
    }

    private static string NameOf(ArrivalDimension dimension) => dimension switch
    {
        ArrivalDimension.Channel => FollowState.Channel,
        ArrivalDimension.Language => FollowState.Language,
        _ => FollowState.Helped,
    };
}
