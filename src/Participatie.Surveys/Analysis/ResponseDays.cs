using Participatie.Surveys.Definition;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Analysis;

/// <summary>
/// How many of the counted responses came in on a day in the Netherlands: kept up while they are counted, so that nobody looks through a
/// million of them for today's.
/// </summary>
public sealed class ResponseDayEntry
{
    public required int ConsultationId { get; init; }

    /// <summary>As <see cref="DateOnly.DayNumber"/>.</summary>
    public required int Day { get; init; }

    public required long Responses { get; init; }
}

/// <summary>What one batch changes in the table of days.</summary>
internal sealed class ResponseDays
{
    private readonly SortedDictionary<int, int> _changes = [];

    /// <param name="hour">Of the response, in whole hours since 1970.</param>
    /// <param name="sign">+1: counted; -1: taken out.</param>
    public void Add(long hour, int sign)
    {
        var day = Amsterdam.DayOf(DateTimeOffset.UnixEpoch.AddHours(hour)).DayNumber;
        _changes[day] = _changes.GetValueOrDefault(day) + sign;
    }

    /// <summary>In the transaction of the tallies, whose lock is held.</summary>
    public async ValueTask StoreAsync(WriteScope scope, int consultationId)
    {
        foreach (var (day, change) in _changes)
        {
            await scope.ExecuteAsync(
                """
                INSERT INTO response_days (consultation_id, day, responses) VALUES (@consultation, @day, @change)
                ON CONFLICT (consultation_id, day) DO UPDATE SET responses = response_days.responses + excluded.responses
                """,
                ("@consultation", consultationId),
                ("@day", day),
                ("@change", (long)change));
        }
    }
}
