using System.Security.Cryptography;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Review.Members;

/// <summary>Somebody comes in by a link, on purpose: the term of the round begins, if it did not before.</summary>
/// <param name="Member">Whose link it is.</param>
/// <param name="VisitId">Names what is kept about how this person reads, and leads to nobody.</param>
public sealed record CameIn(ReviewMember Member, byte[] VisitId);

/// <inheritdoc cref="CameIn"/>
public sealed class ComeIn(TimeProvider clock)
{
    /// <summary>How people read is of use for a comparison of rounds, and no longer.</summary>
    public const int DaysUntilDeleted = 180;

    private const int VisitBytes = 16;

    private readonly ReviewRecord _record = new(clock);

    /// <exception cref="ReviewException">The link has ended.</exception>
    public async ValueTask<CameIn> ComeAsync(WriteScope scope, string token, IReadOnlyCollection<WayOfReading> ways)
    {
        var (member, review) = await FindMember.DemandAsync(scope, token);
        await ReviewRecord.AppendAsync(scope, _record.Next(review, member.Round, ReviewStep.CameIn, member: member.Number));
        var visit = RandomNumberGenerator.GetBytes(VisitBytes);
        scope.Context.ReviewVisits.Add(new ReviewVisitEntry
        {
            VisitId = visit,
            ConsultationId = member.ConsultationId,
            Round = member.Round,
            Ways = string.Join(' ', ways.Distinct().Order()),
            Languages = "",
            Settings = "",
            Pages = "",
            DeleteOn = Amsterdam.DayOf(_record.Now).DayNumber + DaysUntilDeleted,
        });
        await scope.Context.SaveChangesAsync();
        return new CameIn(member, visit);
    }
}
