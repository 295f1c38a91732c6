using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Review.Findings;
using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Review.Advising;

/// <summary>Staff want to answer an advice.</summary>
/// <param name="Advice">Its number.</param>
/// <param name="Seen"><see cref="CouncilAdvice.LastNumber"/> as it was when the form was made.</param>
/// <param name="Who">As the audit log says people.</param>
public sealed record AdviceRequest(int Advice, int Seen, string Who);

/// <summary>The province answers an advice, in two varieties of Dutch: for everybody to read.</summary>
public sealed class AnswerAdvice(TimeProvider clock)
{
    /// <exception cref="ReviewException">There is none, somebody wrote meanwhile, or the answer lacks something.</exception>
    public async ValueTask AnswerAsync(WriteScope scope, AdviceRequest request, FindingAnswer answer)
    {
        await SiteLock.TakeAsync(scope);
        var entry = await scope.Context.Advice.SingleOrDefaultAsync(one => one.Number == request.Advice)
            ?? throw new ReviewException(ReviewRefusal.Unknown);
        var last = await scope.Context.AdviceEvents.Where(one => one.Advice == request.Advice).MaxAsync(one => (int?)one.Number) ?? 0;
        if (last != request.Seen)
        {
            throw new ReviewException(ReviewRefusal.ChangedMeanwhile);
        }

        var now = clock.GetUtcNow();
        var isLater = answer.Kind == AnswerKind.Later;
        if (isLater && (answer.Day is not { } day || day < Amsterdam.DayOf(now)))
        {
            throw new ReviewException(ReviewRefusal.NoDay);
        }

        scope.Context.AdviceEvents.Add(new AdviceEvent
        {
            Advice = request.Advice,
            Number = request.Seen + 1,
            At = now.ToUnixTimeMilliseconds(),
            Who = request.Who,
            Answer = answer.Kind,
            Day = isLater ? answer.Day!.Value.DayNumber : null,
            Text = ReviewRecord.DemandText(answer.Text),
            EasyText = ReviewRecord.DemandText(answer.EasyText),
        });
        entry.State = (short)(isLater ? AdviceState.Promised : AdviceState.Answered);
        entry.DueOn = isLater ? answer.Day!.Value.DayNumber : entry.DueOn;
        await scope.Context.SaveChangesAsync();
    }
}
