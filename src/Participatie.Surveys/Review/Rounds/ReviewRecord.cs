using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Language;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Review.Rounds;

/// <summary>The stored events of a consultation's rounds: read and added to by one at a time.</summary>
internal sealed class ReviewRecord(TimeProvider clock)
{
    /// <summary>In characters, of whatever a person writes here.</summary>
    public const int LongestText = 5000;

    public DateTimeOffset Now => clock.GetUtcNow();

    public DateOnly Today => Amsterdam.DayOf(Now);

    /// <summary>As they stand now; nobody else changes them, or opens the consultation, before the commit.</summary>
    public static async ValueTask<ConsultationReview> ReadAsync(WriteScope scope, int consultationId)
    {
        await ConsultationLock.TakeAsync(scope, consultationId);
        return ConsultationReview.Of(
            consultationId,
            await scope.Context.ReviewEvents.AsNoTracking().Where(one => one.ConsultationId == consultationId)
                .OrderBy(one => one.Number).ToListAsync());
    }

    /// <exception cref="ReviewException">It says nothing, or too much.</exception>
    public static string DemandText(string text)
    {
        if (PerceivedText.ShowsNothing(text))
        {
            throw new ReviewException(ReviewRefusal.NoText);
        }

        return Fitting(text);
    }

    /// <summary>As it is stored: no database has the one character that is taken out, and nobody sees it.</summary>
    /// <exception cref="ReviewException">It is too long.</exception>
    public static string Fitting(string text) =>
        PerceivedText.IsLongerThan(text, LongestText) || PerceivedText.IsTooHeavy(text)
            ? throw new ReviewException(ReviewRefusal.TextTooLong)
            : text.Replace("\0", "", StringComparison.Ordinal).Trim();

    /// <summary>What happens next in a round, at this moment.</summary>
    /// <param name="review">As it stands.</param>
    /// <param name="round">Its number.</param>
    /// <param name="step">What happens.</param>
    /// <param name="who">Of staff; empty when a member does it.</param>
    /// <param name="member">The number of the member who does it, or for whom it is done.</param>
    public ReviewEvent Next(ConsultationReview review, int round, ReviewStep step, string who = "", int? member = null) => new()
    {
        ConsultationId = review.ConsultationId,
        Number = review.LastNumber + 1,
        Round = round,
        Step = step,
        At = Now.ToUnixTimeMilliseconds(),
        Who = who,
        Member = member,
    };

    public static async ValueTask<ReviewEvent> AppendAsync(WriteScope scope, ReviewEvent what)
    {
        scope.Context.ReviewEvents.Add(what);
        await scope.Context.SaveChangesAsync();
        return what;
    }
}
