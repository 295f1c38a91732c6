using System.Net.Mail;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Web.Access;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Review.Members;

/// <summary>Where a member comes who has no link at hand, or who signed in and sees all rounds. To others it answers the same whether somebody is a member or not.</summary>
internal static class CouncilStartEndpoints
{
    public const string Mail = "mail";

    public static async Task<IResult> Get(HttpContext context, AskForLink ask, OwnRounds rounds) =>
        await rounds.ShowAsync(context) ?? PageResult.Of<CouncilStartPage>(new CouncilStartView { CanMail = ask.CanMail });

    public static async Task<IResult> Post(
        HttpContext context, IFormCollection form, AskForLink ask, OwnRounds rounds, InterfaceWords words)
    {
        if (await rounds.RunAsync(context, form) is { } done)
            return done;
        if (!ask.CanMail)
            return new SeeOther(Addresses.CouncilStart);
        var view = new CouncilStartView { CanMail = true, Typed = form[Mail].ToString().Trim() };
        if (!IsMailAddress(view.Typed))
            return Refuse(view, words["council.start.mail.wrong"], StatusCodes.Status422UnprocessableEntity);
        var wait = await ask.AskAsync(view.Typed, VisitorAddress.Of(context), context);
        return wait > TimeSpan.Zero
            ? Refuse(view, words.Count("council.wait", TooBusy.SayWhen(context, wait)), StatusCodes.Status429TooManyRequests)
            : PageResult.Of<CouncilStartPage>(view with { Typed = "", WasAsked = true });
    }

    private static IResult Refuse(CouncilStartView view, string why, int status) =>
        PageResult.Of<CouncilStartPage>(view with { Problems = [new Problem(Mail, why)] }, status);

    private static bool IsMailAddress(string typed) =>
        typed.Length <= Account.LongestMail && MailAddress.TryCreate(typed, out var address) && address.Address == typed;
}

public sealed record CouncilStartView
{
    /// <summary>If not, a member calls.</summary>
    public required bool CanMail { get; init; }

    /// <summary>As it was typed.</summary>
    public string Typed { get; init; } = "";

    /// <summary>The form was sent.</summary>
    public bool WasAsked { get; init; }

    public IReadOnlyList<Problem> Problems { get; init; } = [];
}
