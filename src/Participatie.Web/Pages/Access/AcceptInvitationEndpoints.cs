using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Web.Access;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Access;

/// <summary>Where somebody who was invited says the name and chooses a password. Opening it changes nothing.</summary>
internal static class AcceptInvitationEndpoints
{
    public static async Task<IResult> Get(string token, HttpContext context, FindLinkAccount find) =>
        await find.FindAsync(token, LinkKind.Invitation, context.RequestAborted) is { } account
            ? PageResult.Of<AcceptInvitationPage>(new SetupView(account.Name, account.Email!, []))
            : Gone();

    public static async Task<IResult> Post(
        string token,
        HttpContext context,
        IFormCollection form,
        FindLinkAccount find,
        AcceptInvitation accept,
        AccessDb db,
        InterfaceWords words)
    {
        if (await find.FindAsync(token, LinkKind.Invitation, context.RequestAborted) is not { } account)
            return Gone();
        var (name, password) = (form[AccessForm.Name].ToString().Trim(), form[AccessForm.Password].ToString());
        var problems = new List<Problem>();
        PersonForm.CheckName(name, problems, words);
        PersonForm.CheckPassword(password, AccessForm.Password, name, account.Email!, problems, words);
        if (problems.Count > 0)
            return PageResult.Of<AcceptInvitationPage>(
                new SetupView(name, account.Email!, problems), StatusCodes.Status422UnprocessableEntity);
        try
        {
            await accept.AcceptAsync(token, account, name, password, VisitorAddress.Of(context), context.RequestAborted);
        }
        catch (LinkUsedException)
        {
            return Gone();
        }

        await db.Entry(account).ReloadAsync(context.RequestAborted);
        await HalfSession.BeginAsync(context, account);
        return new SeeOther(Addresses.SetUpSecondStep);
    }

    private static IResult Gone() => PageResult.Of<LinkGonePage>(LinkKind.Invitation, StatusCodes.Status410Gone);
}
