using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Analysis.Following;

/// <param name="Day">In the Netherlands.</param>
/// <param name="Responses">That came in on it and were counted.</param>
public sealed record DayCount(DateOnly Day, long Responses);

/// <summary>Who takes part in a consultation, as staff see it while it runs.</summary>
public sealed record Followed
{
    /// <summary>All there are now.</summary>
    public required ResponseCount Responses { get; init; }

    /// <summary>Each day from the first with a response to the last one, the newest first.</summary>
    public required IReadOnlyList<DayCount> Days { get; init; }

    /// <summary>Of the groups: not of now.</summary>
    public required FollowState State { get; init; }
}

/// <summary>Reads it from what the worker kept: as long for a million as for one.</summary>
public sealed class ReadFollow(Database database, ReadResponseCounts counts)
{
    public async Task<Followed> OfAsync(int consultationId, CancellationToken cancellationToken)
    {
        var responses = await counts.OfAsync(consultationId, cancellationToken);
        await using var context = database.NewContext();
        var days = await context.ResponseDays.Where(entry => entry.ConsultationId == consultationId && entry.Responses > 0)
            .ToDictionaryAsync(entry => entry.Day, entry => entry.Responses, cancellationToken);
        return new Followed
        {
            Responses = responses,
            Days = days.Count == 0 ? [] : [.. Between(days.Keys.Min(), days.Keys.Max()).Reverse()
                .Select(day => new DayCount(DateOnly.FromDayNumber(day), days.GetValueOrDefault(day)))],
            State = await TakeFollowState.ReadAsync(context, consultationId, cancellationToken),
        };

        static IEnumerable<int> Between(int first, int last) => Enumerable.Range(first, last - first + 1);
    }
}
