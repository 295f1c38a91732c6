using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Web.Access;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Access;

/// <summary>
/// Where somebody whose second step was taken away goes on with the link of an administrator. The link alone is not enough: the password
/// is asked as well.
/// </summary>
internal static class SecondStepLinkEndpoints
{
    public static async Task<IResult> Get(string token, HttpContext context, AccessLinks links) =>
        await links.IsValidAsync(token, LinkKind.SecondStep, context.RequestAborted)
            ? PageResult.Of<SecondStepLinkPage>(new SignInView("", []))
            : Gone();

    public static async Task<IResult> Post(
        string token,
        HttpContext context,
        IFormCollection form,
        AccessLinks links,
        CheckPassword check,
        UseSecondStepLink use,
        InterfaceWords words)
    {
        if (await links.AccountOfAsync(token, LinkKind.SecondStep, context.RequestAborted) is not { } id)
            return Gone();
        var (mail, password) = (form[AccessForm.Mail].ToString(), form[AccessForm.Password].ToString());
        if (mail.Length is 0 or > Account.LongestMail || password.Length == 0)
            return Refuse(mail, new Problem(AccessForm.Mail, words["staff.signin.empty"]), StatusCodes.Status422UnprocessableEntity);
        var (account, wait) = await check.CheckAsync(mail, password, VisitorAddress.Of(context), context.RequestAborted);
        if (wait > TimeSpan.Zero)
            return Refuse(mail, AccessForm.TooSoon(context, wait, AccessForm.Mail, words), StatusCodes.Status429TooManyRequests);
        // The link of one account opens no other.
        if (account is null || account.Id != id)
            return Refuse(mail, new Problem(AccessForm.Mail, words["staff.signin.wrong"]), StatusCodes.Status422UnprocessableEntity);
        try
        {
            await use.UseAsync(token, account, VisitorAddress.Of(context), context.RequestAborted);
        }
        catch (LinkUsedException)
        {
            return Gone();
        }

        await HalfSession.BeginAsync(context, account);
        return new SeeOther(Addresses.SetUpSecondStep);
    }

    private static IResult Refuse(string mail, Problem problem, int status) =>
        PageResult.Of<SecondStepLinkPage>(new SignInView(mail, [problem]), status);

    private static IResult Gone() => PageResult.Of<LinkGonePage>(LinkKind.SecondStep, StatusCodes.Status410Gone);
}
