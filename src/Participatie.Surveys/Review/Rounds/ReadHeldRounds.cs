using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Review.Rounds;

/// <summary>A round in which people looked, as everybody may know it: never who, and never how they read.</summary>
/// <param name="ConsultationId">That was looked at.</param>
/// <param name="First">The day of the first look.</param>
/// <param name="Last">The day of the last one.</param>
/// <param name="Lookers">How many people; null when they are so few that somebody may know them by it.</param>
public sealed record HeldRound(int ConsultationId, DateOnly First, DateOnly Last, int? Lookers)
{
    /// <summary>
    /// The council has about fifteen members and its working group a few, all known by name: of one or two who looked, others know who it
    /// was, and that they have a disability.
    /// </summary>
    public const int FewestTold = 5;
}

/// <summary>Reads which rounds the council held, of all consultations that are no trial. To come in, or a call, is no look.</summary>
public sealed class ReadHeldRounds(Database database)
{
    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<HeldRound>> AllAsync(CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        var looks = await context.ReviewEvents.AsNoTracking()
            .Where(one => one.ConsultationId < ConsultationEntry.FirstTrial
                && (one.Step == ReviewStep.Looked || one.Step == ReviewStep.Reported || one.Step == ReviewStep.GoesWell
                    || one.Step == ReviewStep.Approved))
            .Select(one => new { one.ConsultationId, one.Round, one.Member, one.At }).ToListAsync(cancellationToken);
        return
        [
            .. looks.GroupBy(one => (one.ConsultationId, one.Round))
                .Select(own => new HeldRound(
                    own.Key.ConsultationId,
                    DayOf(own.Min(one => one.At)),
                    DayOf(own.Max(one => one.At)),
                    own.Select(one => one.Member).OfType<int>().Distinct().Count() is >= HeldRound.FewestTold and var count ? count : null))
                .OrderByDescending(one => one.Last).ThenByDescending(one => one.ConsultationId),
        ];
    }

    private static DateOnly DayOf(long at) => Amsterdam.DayOf(DateTimeOffset.FromUnixTimeMilliseconds(at));
}
