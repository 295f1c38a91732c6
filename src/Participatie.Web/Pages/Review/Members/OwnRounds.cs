using Microsoft.AspNetCore.Authentication;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Review.Findings;
using Participatie.Surveys.Review.Members;
using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Storage;
using Participatie.Web.Access;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Review.Members;

/// <summary>
/// All rounds of a member who signed in with a passkey. Each opens by a new link, as those by mail: behind it the same pages, and no more.
/// </summary>
internal sealed class OwnRounds(
    FindRounds rounds, ReadReviews reviews, MemberWalk walk, AddLink links, StartSession session, GroupedWriter writer, TimeProvider clock)
{
    public const string Round = "ronde";
    public const string Way = "doe";
    public const string Out = "uitloggen";

    /// <returns>Null for who is not signed in here.</returns>
    public async Task<IResult?> ShowAsync(HttpContext context)
    {
        var (account, refused) = await AccountAsync(context);
        if (account is null)
            return refused;
        var found = new List<OwnRound>();
        foreach (var member in await rounds.ByAccountAsync(account, context.RequestAborted))
        {
            var review = await reviews.OfAsync(member.ConsultationId, context.RequestAborted);
            found.Add(new OwnRound(
                IdOf(member),
                await walk.TitleAsync(review, member, context),
                review.Round(member.Round)!,
                review.Findings.Count(one => ConsultationReview.IsOf(one, member) && review.StateOf(one) == FindingState.LookAgain)));
        }

        return PageResult.Of<OwnRoundsPage>(new OwnRoundsView(found, Amsterdam.DayOf(clock.GetUtcNow())));
    }

    /// <returns>Null for who is not signed in here.</returns>
    public async Task<IResult?> RunAsync(HttpContext context, IFormCollection form)
    {
        var (account, refused) = await AccountAsync(context);
        if (account is null)
            return refused;
        if (form[Way] == Out)
        {
            await session.EndAsync(
                context, new AuditNote("", AuditNote.NetworkOf(context.Connection.RemoteIpAddress), "uitloggen", "adviesraad"), Staff.CouncilSession);
            return new SeeOther(Addresses.CouncilStart);
        }

        if ((await rounds.ByAccountAsync(account, context.RequestAborted)).FirstOrDefault(one => IdOf(one) == form[Round]) is not { } member)
            return new SeeOther(Addresses.CouncilStart);
        try
        {
            return new SeeOther(Addresses.Member(
                await writer.WriteAsync(scope => links.AddAsync(scope, member), context.RequestAborted)));
        }
        catch (ReviewException)
        {
            // Staff ended it this very moment: it is not on the page any more.
            return new SeeOther(Addresses.CouncilStart);
        }
    }

    /// <summary>As the sessions of staff: looked at anew with each request, so a role that was taken away ends it at once.</summary>
    private static async Task<(string? Account, IResult? Refused)> AccountAsync(HttpContext context)
    {
        if ((await context.AuthenticateAsync(Staff.CouncilSession)).Principal is not { } person)
            return (null, null);
        if (person.IsInRole(Staff.CouncilMember))
            return (Staff.IdOf(person).ToString(), null);
        await context.SignOutAsync(Staff.CouncilSession);
        return (null, PageResult.Of<MemberLeftPage>("", StatusCodes.Status403Forbidden));
    }

    private static string IdOf(ReviewMember member) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{member.ConsultationId}-{member.Round}-{member.Number}");
}

/// <param name="Id">For the form.</param>
/// <param name="Title">Of the consultation.</param>
/// <param name="Round">As it stands.</param>
/// <param name="Waiting">How many of the own findings want a second look.</param>
public sealed record OwnRound(string Id, string Title, ReviewRound Round, int Waiting);

/// <param name="Rounds">The newest first.</param>
/// <param name="Today">By which a term is over.</param>
public sealed record OwnRoundsView(IReadOnlyList<OwnRound> Rounds, DateOnly Today);
