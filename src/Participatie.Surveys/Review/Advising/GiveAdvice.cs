using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Review.Members;
using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Review.Advising;

/// <summary>What the council says.</summary>
/// <param name="Slug">Of the consultation; empty for the whole product.</param>
/// <param name="Text">As typed.</param>
/// <param name="IsAsked">The province asked for it.</param>
public sealed record NewAdvice(string Slug, string Text, bool IsAsked);

/// <summary>A member of the council advises, or staff write down what the council said. No member's name or number is kept with it.</summary>
public sealed class GiveAdvice(TimeProvider clock)
{
    /// <summary>By a member's link: about the consultation of that round, or about the product.</summary>
    /// <param name="scope">The transaction.</param>
    /// <param name="token">Of the member's link.</param>
    /// <param name="advice">What is said; its consultation is that of the round.</param>
    /// <param name="onProduct">It is about the product, not about the consultation of the round.</param>
    /// <param name="hasRole">Whether an account has the council's role at this moment.</param>
    /// <returns>Its number.</returns>
    /// <exception cref="ReviewException">The link has ended, this is no member of the council, or it says nothing.</exception>
    public async ValueTask<int> ByLinkAsync(
        WriteScope scope, string token, NewAdvice advice, bool onProduct, Func<WriteScope, string, ValueTask<bool>> hasRole)
    {
        var (member, _) = await FindMember.DemandAsync(scope, token);
        if (member.Account is null || !await hasRole(scope, member.Account))
        {
            throw new ReviewException(ReviewRefusal.NotCouncil);
        }

        var slug = onProduct
            ? ""
            : await scope.Context.Consultations.Where(one => one.Id == member.ConsultationId).Select(one => one.Slug).SingleAsync();
        var number = await AppendAsync(scope, advice with { Slug = slug }, who: "");
        await KeepHalfWritten.ForgetAsync(scope, member, HalfWrittenPlace.Advice);
        return number;
    }

    /// <summary>By staff, on behalf of the council.</summary>
    /// <returns>Its number.</returns>
    /// <exception cref="ReviewException">There is no such consultation, or it says nothing.</exception>
    public ValueTask<int> ForCouncilAsync(WriteScope scope, NewAdvice advice, string who) => AppendAsync(scope, advice, who);

    private async ValueTask<int> AppendAsync(WriteScope scope, NewAdvice advice, string who)
    {
        var text = ReviewRecord.DemandText(advice.Text);
        if (advice.Slug.Length > 0 && !await scope.Context.Consultations.AnyAsync(one => one.Slug == advice.Slug && !one.IsTrial))
        {
            throw new ReviewException(ReviewRefusal.Unknown);
        }

        await SiteLock.TakeAsync(scope);
        var now = clock.GetUtcNow();
        var number = (await scope.Context.Advice.MaxAsync(one => (int?)one.Number) ?? 0) + 1;
        scope.Context.Advice.Add(new AdviceEntry
        {
            Number = number,
            Slug = advice.Slug,
            IsAsked = advice.IsAsked,
            At = now.ToUnixTimeMilliseconds(),
            Who = who,
            Text = text,
            State = (short)AdviceState.Open,
            DueOn = WorkingDays.After(Amsterdam.DayOf(now), CouncilAdvice.AnswerDays).DayNumber,
        });
        await scope.Context.SaveChangesAsync();
        return number;
    }
}
