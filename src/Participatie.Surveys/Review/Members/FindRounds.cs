using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Review.Members;

/// <summary>In which rounds somebody is, for as long as the links there work: the newest first.</summary>
public sealed class FindRounds(Database database, TimeProvider clock)
{
    /// <param name="mail">In whatever case it was typed.</param>
    /// <param name="cancellationToken">The visitor left.</param>
    public async Task<IReadOnlyList<ReviewMember>> ByMailAsync(string mail, CancellationToken cancellationToken)
    {
        var asked = mail.Trim();
        return [.. (await ListAsync(one => one.Mail != "", cancellationToken))
            .Where(one => string.Equals(one.Mail, asked, StringComparison.OrdinalIgnoreCase))];
    }

    /// <param name="account">Of a member of the council.</param>
    /// <param name="cancellationToken">The visitor left.</param>
    public Task<IReadOnlyList<ReviewMember>> ByAccountAsync(string account, CancellationToken cancellationToken) =>
        ListAsync(one => one.Account == account, cancellationToken);

    private async Task<IReadOnlyList<ReviewMember>> ListAsync(
        Expression<Func<ReviewMemberEntry, bool>> which, CancellationToken cancellationToken)
    {
        var today = Amsterdam.DayOf(clock.GetUtcNow()).DayNumber;
        await using var context = database.NewContext();
        var rows = await context.ReviewMembers.AsNoTracking().Where(which).Where(one => one.TokenHash != null && one.ForgetOn > today)
            .OrderByDescending(one => one.InvitedAt).ToListAsync(cancellationToken);
        return rows.ConvertAll(ReviewMember.Of);
    }
}
