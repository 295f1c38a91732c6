using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Review.Members;

/// <summary>Finds who stands behind a link.</summary>
public sealed class FindMember(Database database)
{
    /// <returns>Null when the link has ended or never was: nobody is told which.</returns>
    public async Task<ReviewMember?> ByTokenAsync(string token, CancellationToken cancellationToken)
    {
        if (!PreviewToken.Fits(token))
        {
            return null;
        }

        return await ByHashAsync(PreviewToken.HashOf(token), cancellationToken);
    }

    /// <param name="hash">Of the token of a link.</param>
    /// <param name="cancellationToken">The visitor left.</param>
    /// <inheritdoc cref="ByTokenAsync"/>
    public async Task<ReviewMember?> ByHashAsync(byte[] hash, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        return await ByHashAsync(context, hash, cancellationToken);
    }

    /// <summary>All of a round, in the order of their invitations.</summary>
    public async Task<IReadOnlyList<ReviewMember>> ListAsync(int consultationId, int round, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        var rows = await context.ReviewMembers.AsNoTracking().Where(one => one.ConsultationId == consultationId && one.Round == round)
            .OrderBy(one => one.Member).ToListAsync(cancellationToken);
        return rows.ConvertAll(ReviewMember.Of);
    }

    /// <summary>The same inside a transaction, with the rounds as they stand there.</summary>
    /// <exception cref="ReviewException">The link has ended.</exception>
    internal static async ValueTask<(ReviewMember Member, ConsultationReview Review)> DemandAsync(WriteScope scope, string token)
    {
        var hash = PreviewToken.HashOf(token);
        var found = await ByHashAsync(scope.Context, hash, CancellationToken.None) ?? throw new ReviewException(ReviewRefusal.LinkEnded);
        var review = await ReviewRecord.ReadAsync(scope, found.ConsultationId);
        // Once more, now that nobody ends it.
        var member = await ByHashAsync(scope.Context, hash, CancellationToken.None) ?? throw new ReviewException(ReviewRefusal.LinkEnded);
        return (member, review);
    }

    private static async Task<ReviewMember?> ByHashAsync(ParticipatieDb context, byte[] hash, CancellationToken cancellationToken)
    {
        var entry = await context.ReviewMembers.AsNoTracking().SingleOrDefaultAsync(one => one.TokenHash == hash, cancellationToken)
            ?? await context.ReviewMembers.AsNoTracking()
                .Where(one => one.TokenHash != null && context.ReviewLinks.Any(link =>
                    link.TokenHash == hash && link.ConsultationId == one.ConsultationId && link.Round == one.Round
                    && link.Member == one.Member))
                .SingleOrDefaultAsync(cancellationToken);
        return entry is null
            ? null
            : ReviewMember.Of(entry) with { Places = await PlacesAsync(context, entry, cancellationToken) };
    }

    /// <summary>In other rounds by account or mail address. In one round two people may share a mailbox, and are two.</summary>
    private static async Task<IReadOnlyList<MemberPlace>> PlacesAsync(
        ParticipatieDb context, ReviewMemberEntry entry, CancellationToken cancellationToken) =>
        entry is { Account: null, Mail: "" }
            ? [new MemberPlace(entry.Round, entry.Member)]
            : await context.ReviewMembers.AsNoTracking()
                .Where(one => one.ConsultationId == entry.ConsultationId)
                .Where(one => one.Round == entry.Round
                    ? one.Member == entry.Member
                    : ((entry.Account != null && one.Account == entry.Account) || (entry.Mail != "" && one.Mail == entry.Mail)))
                .Select(one => new MemberPlace(one.Round, one.Member)).ToListAsync(cancellationToken);
}
