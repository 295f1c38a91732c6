using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Language;
using Participatie.Surveys.Review.Findings;
using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Review.Members;

/// <summary>What a member began to write.</summary>
/// <param name="Place">What it is about, as <see cref="HalfWrittenPlace"/> says it.</param>
/// <param name="Words">As typed.</param>
/// <param name="Severity">Null while nothing was chosen, or where nothing is asked.</param>
/// <param name="Subject">The same.</param>
public sealed record HalfWritten(string Place, string Words, Severity? Severity, FindingSubject? Subject)
{
    /// <summary>More than may be reported, so that what is too long is there when it is made shorter.</summary>
    public const int LongestKept = 4 * ReviewRecord.LongestText;

    /// <summary>Of an advice: whether the province asked for it; null while nothing was chosen.</summary>
    public bool? IsAsked { get; init; }

    internal static HalfWritten Of(HalfWrittenEntry entry) =>
        new(entry.Page, entry.Words, (Severity?)entry.Severity, (FindingSubject?)entry.Subject) { IsAsked = entry.IsAsked };
}

/// <summary>Keeps what a member is writing, one text for each place, until it is sent.</summary>
public sealed class KeepHalfWritten(TimeProvider clock)
{
    /// <param name="scope">The transaction.</param>
    /// <param name="token">Of the member's link.</param>
    /// <param name="text">What was typed; of nothing nothing is kept.</param>
    /// <param name="seen">
    /// Of what is kept while it is typed: the last number that its form knew, of the consultation's events, or of all advice. It may come
    /// later than the form itself, and is nothing then. Null for who asked to keep it.
    /// </param>
    /// <exception cref="ReviewException">The link has ended, or it is more than anybody types.</exception>
    public async ValueTask KeepAsync(WriteScope scope, string token, HalfWritten text, int? seen = null)
    {
        var (member, review) = await FindMember.DemandAsync(scope, token);
        if (text.Place.Length > KeepLook.LongestPage || text.Words.Length > HalfWritten.LongestKept)
        {
            throw new ReviewException(ReviewRefusal.TextTooLong);
        }

        if (seen is { } known && await WasSentAsync(scope, review, member, text, known))
        {
            return;
        }

        if (PerceivedText.ShowsNothing(text.Words))
        {
            await ForgetAsync(scope, member, text.Place);
            return;
        }

        var words = text.Words.Replace("\0", "", StringComparison.Ordinal);
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        if (await scope.Context.HalfWritten.SingleOrDefaultAsync(one =>
            one.ConsultationId == member.ConsultationId && one.Round == member.Round && one.Member == member.Number
            && one.Page == text.Place) is { } entry)
        {
            (entry.Words, entry.Severity, entry.Subject) = (words, (short?)text.Severity, (short?)text.Subject);
            (entry.IsAsked, entry.SavedAt) = (text.IsAsked, now);
        }
        else
        {
            scope.Context.HalfWritten.Add(new HalfWrittenEntry
            {
                ConsultationId = member.ConsultationId,
                Round = member.Round,
                Member = member.Number,
                Page = text.Place,
                Words = words,
                Severity = (short?)text.Severity,
                Subject = (short?)text.Subject,
                IsAsked = text.IsAsked,
                SavedAt = now,
            });
        }

        await scope.Context.SaveChangesAsync();
    }

    /// <summary>It was sent.</summary>
    internal static async ValueTask ForgetAsync(WriteScope scope, ReviewMember member, string place) =>
        await scope.Context.HalfWritten.Where(one =>
                one.ConsultationId == member.ConsultationId && one.Round == member.Round && one.Member == member.Number
                && one.Page == place)
            .ExecuteDeleteAsync();

    private static async ValueTask<bool> WasSentAsync(
        WriteScope scope, ConsultationReview review, ReviewMember member, HalfWritten text, int seen)
    {
        if (text.Place == HalfWrittenPlace.Advice)
        {
            // Whose advice it is stands nowhere: by its words.
            var given = await scope.Context.Advice.Where(one => one.Number > seen).Select(one => one.Text).ToListAsync();
            return given.Exists(one => one.StartsWith(text.Words.Trim(), StringComparison.Ordinal));
        }

        var finding = HalfWrittenPlace.FindingIn(text.Place);
        return review.Events.Any(one =>
            one.Number > seen && one.Round == member.Round && one.Member == member.Number
            && (finding is null ? one.Step == ReviewStep.Reported && one.Page == text.Place : one.Finding == finding));
    }
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
