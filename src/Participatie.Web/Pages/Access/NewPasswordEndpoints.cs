using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Web.Access;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Access;

/// <summary>Where somebody with a link chooses a new password. The second step is asked at the next sign-in, as ever.</summary>
internal static class NewPasswordEndpoints
{
    public static async Task<IResult> Get(string token, HttpContext context, FindLinkAccount find) =>
        await find.FindAsync(token, LinkKind.Password, context.RequestAborted) is { } account
            ? PageResult.Of<NewPasswordPage>(new NewPasswordView(account.Email!, []))
            : Gone();

    public static async Task<IResult> Post(
        string token,
        HttpContext context,
        IFormCollection form,
        FindLinkAccount find,
        SetPassword set,
        LinkMail mail,
        InterfaceWords words)
    {
        if (await find.FindAsync(token, LinkKind.Password, context.RequestAborted) is not { } account)
            return Gone();
        var (password, problems) = (form[AccessForm.Password].ToString(), new List<Problem>());
        PersonForm.CheckPassword(password, AccessForm.Password, account.Name, account.Email!, problems, words);
        if (problems.Count > 0)
            return PageResult.Of<NewPasswordPage>(
                new NewPasswordView(account.Email!, problems), StatusCodes.Status422UnprocessableEntity);
        try
        {
            await set.SetAsync(
                new NewPassword
                {
                    Account = account,
                    Password = password,
                    Token = token,
                    Network = AuditNote.NetworkOf(VisitorAddress.Of(context)),
                    Tell = scope => mail.TellPasswordChangedAsync(scope, account),
                },
                context.RequestAborted);
            return new SeeOther(Addresses.SignIn);
        }
        catch (LinkUsedException)
        {
            return Gone();
        }
    }

    private static IResult Gone() => PageResult.Of<LinkGonePage>(LinkKind.Password, StatusCodes.Status410Gone);
}

public sealed record NewPasswordView(string Mail, IReadOnlyList<Problem> Problems);
