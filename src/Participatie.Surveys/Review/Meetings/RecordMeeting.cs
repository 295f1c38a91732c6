using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Review.Meetings;

/// <summary>Staff write down on which day the council met or will meet, or take a day out that was wrong.</summary>
public sealed class RecordMeeting(TimeProvider clock)
{
    private const int DaysAround = 800;

    /// <returns>False when no council meets on such a day: it is years away.</returns>
    public async ValueTask<bool> RecordAsync(WriteScope scope, DateOnly day, string who)
    {
        if (Math.Abs(day.DayNumber - Amsterdam.DayOf(clock.GetUtcNow()).DayNumber) > DaysAround)
        {
            return false;
        }

        if (!await scope.Context.CouncilMeetings.AnyAsync(one => one.Day == day.DayNumber))
        {
            scope.Context.CouncilMeetings.Add(
                new CouncilMeetingEntry { Day = day.DayNumber, At = clock.GetUtcNow().ToUnixTimeMilliseconds(), Who = who });
            await scope.Context.SaveChangesAsync();
        }

        return true;
    }

    /// <summary>What is not there stays away.</summary>
    public static async ValueTask RemoveAsync(WriteScope scope, DateOnly day) =>
        await scope.Context.CouncilMeetings.Where(one => one.Day == day.DayNumber).ExecuteDeleteAsync();
}
