using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Surveys.Review.Members;
using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Storage;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Review.Members;

/// <summary>What a member began to write in whatever form, and did not send yet.</summary>
internal sealed class HalfWrittenTexts(
    ReadHalfWritten read, KeepHalfWritten keep, GroupedWriter writer, InterfaceWords words, TimeProvider clock)
{
    /// <returns>Null when nothing is half written there.</returns>
    public async Task<HalfWritten?> FindAsync(ReviewMember member, string place, HttpContext context) =>
        (await read.OfAsync(member, context.RequestAborted)).FirstOrDefault(one => one.Place == place);

    /// <summary>What can still be sent: nobody is asked to finish the rest.</summary>
    public async Task<IReadOnlyList<BegunText>> ListAsync(
        string token, ReviewMember member, ConsultationReview review, IReadOnlyList<MemberPage> pages, HttpContext context)
    {
        var today = Amsterdam.DayOf(clock.GetUtcNow());
        return
        [
            .. (await read.OfAsync(member, context.RequestAborted)).Where(one => CanBeSent(one.Place, member, review, today))
                .Select(one => Listed(one, token, pages)),
        ];
    }

    /// <summary>Keeps what is not to be sent yet, by the button or by the script while it is typed.</summary>
    /// <returns>Null when the form is to be sent.</returns>
    /// <exception cref="ReviewException">The link has ended, or it is more than anybody types.</exception>
    public async Task<IResult?> KeepAsync(string token, HalfWritten text, IFormCollection form, HttpContext context)
    {
        var way = form[MemberEndpoints.Way].ToString();
        if (way is not (MemberEndpoints.Later or MemberEndpoints.Meanwhile))
            return null;
        int? seen = way == MemberEndpoints.Meanwhile ? MemberEndpoints.SeenIn(form) : null;
        await writer.WriteAsync(scope => keep.KeepAsync(scope, token, text, seen), context.RequestAborted);
        return way == MemberEndpoints.Later ? new SeeOther(Addresses.MemberRound(token)) : Results.NoContent();
    }

    /// <summary>What was refused is kept too, where it can be: somebody who gives up there finds it again.</summary>
    public async Task KeepRefusedAsync(string token, HalfWritten text, HttpContext context)
    {
        try
        {
            await writer.WriteAsync(scope => keep.KeepAsync(scope, token, text), context.RequestAborted);
        }
        catch (ReviewException)
        {
            // More than anybody types, or the link has just ended: the page shows it.
        }
    }

    private static bool CanBeSent(string place, ReviewMember member, ConsultationReview review, DateOnly today) =>
        HalfWrittenPlace.FindingIn(place) is not { } number ? place != HalfWrittenPlace.Advice || member.IsCouncil
        : review.Finding(number) is { JoinedWith: null } finding
            && (review.MayLookAgain(finding, member, today) || review.MaySayStillThere(finding, member));

    private BegunText Listed(HalfWritten one, string token, IReadOnlyList<MemberPage> pages) => one.Place switch
    {
        HalfWrittenPlace.Advice => new BegunText(one.Words, words["council.half.advice"], Addresses.MemberAdvice(token)),
        var place when HalfWrittenPlace.FindingIn(place) is { } number =>
            new BegunText(one.Words, words.Format("council.finding", number), Addresses.MemberFinding(token, number)),
        var page => new BegunText(
            one.Words, pages.FirstOrDefault(known => known.Address == page)?.Name, Addresses.MemberReportFrom(token, page)),
    };
}
