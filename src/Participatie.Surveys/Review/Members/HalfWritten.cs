using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Language;
using Participatie.Surveys.Review.Findings;
using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Review.Members;

/// <summary>What a member began to write about a page.</summary>
/// <param name="Page">The part of the address behind the link of the preview; empty for none.</param>
/// <param name="Words">As typed.</param>
/// <param name="Severity">Null while nothing was chosen.</param>
/// <param name="Subject">The same.</param>
public sealed record HalfWritten(string Page, string Words, Severity? Severity, FindingSubject? Subject)
{
    /// <summary>More than may be reported, so that what is too long is there when it is made shorter.</summary>
    public const int LongestKept = 4 * ReviewRecord.LongestText;

    internal static HalfWritten Of(HalfWrittenEntry entry) =>
        new(entry.Page, entry.Words, (Severity?)entry.Severity, (FindingSubject?)entry.Subject);
}

/// <summary>Keeps what a member is writing, one text for each page, until it is reported.</summary>
public sealed class KeepHalfWritten(TimeProvider clock)
{
    /// <param name="scope">The transaction.</param>
    /// <param name="token">Of the member's link.</param>
    /// <param name="text">What was typed; of nothing nothing is kept.</param>
    /// <exception cref="ReviewException">The link has ended, or it is more than anybody types.</exception>
    public async ValueTask KeepAsync(WriteScope scope, string token, HalfWritten text)
    {
        var (member, _) = await FindMember.DemandAsync(scope, token);
        if (text.Page.Length > KeepLook.LongestPage || text.Words.Length > HalfWritten.LongestKept)
        {
            throw new ReviewException(ReviewRefusal.TextTooLong);
        }

        if (PerceivedText.ShowsNothing(text.Words))
        {
            await ForgetAsync(scope, member, text.Page);
            return;
        }

        var words = text.Words.Replace("\0", "", StringComparison.Ordinal);
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        if (await scope.Context.HalfWritten.SingleOrDefaultAsync(one =>
            one.ConsultationId == member.ConsultationId && one.Round == member.Round && one.Member == member.Number
            && one.Page == text.Page) is { } entry)
        {
            (entry.Words, entry.Severity, entry.Subject, entry.SavedAt) = (words, (short?)text.Severity, (short?)text.Subject, now);
        }
        else
        {
            scope.Context.HalfWritten.Add(new HalfWrittenEntry
            {
                ConsultationId = member.ConsultationId,
                Round = member.Round,
                Member = member.Number,
                Page = text.Page,
                Words = words,
                Severity = (short?)text.Severity,
                Subject = (short?)text.Subject,
                SavedAt = now,
            });
        }

        await scope.Context.SaveChangesAsync();
    }

    /// <summary>It was reported.</summary>
    internal static async ValueTask ForgetAsync(WriteScope scope, ReviewMember member, string page) =>
        await scope.Context.HalfWritten.Where(one =>
                one.ConsultationId == member.ConsultationId && one.Round == member.Round && one.Member == member.Number && one.Page == page)
            .ExecuteDeleteAsync();
}

/// <summary>Reads what a member began to write, for that member alone.</summary>
public sealed class ReadHalfWritten(Database database)
{
    public async Task<IReadOnlyList<HalfWritten>> OfAsync(ReviewMember member, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        var rows = await context.HalfWritten.AsNoTracking().Where(one =>
                one.ConsultationId == member.ConsultationId && one.Round == member.Round && one.Member == member.Number)
            .OrderBy(one => one.SavedAt).ToListAsync(cancellationToken);
        return rows.ConvertAll(HalfWritten.Of);
    }
}
