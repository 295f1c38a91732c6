using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Web.Access;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Access;

/// <summary>The first step: mail address and password.</summary>
internal static class SignInEndpoints
{
    public static IResult Get(HttpContext context) => context.User.Identity?.IsAuthenticated == true
        ? new SeeOther(TargetOf(context))
        : PageResult.Of<SignInPage>(new SignInView("", []));

    public static async Task<IResult> Post(HttpContext context, IFormCollection form, CheckPassword check, InterfaceWords words)
    {
        var (mail, password) = (form[AccessForm.Mail].ToString(), form[AccessForm.Password].ToString());
        if (mail.Length is 0 or > Account.LongestMail || password.Length == 0)
            return PageResult.Of<SignInPage>(
                new SignInView(mail, [new Problem(AccessForm.Mail, words["staff.signin.empty"])]),
                StatusCodes.Status422UnprocessableEntity);
        var (account, wait) = await check.CheckAsync(mail, password, VisitorAddress.Of(context), context.RequestAborted);
        if (wait > TimeSpan.Zero)
            return PageResult.Of<SignInPage>(
                new SignInView(mail, [AccessForm.TooSoon(context, wait, AccessForm.Mail, words)]), StatusCodes.Status429TooManyRequests);
        if (account is null)
            return PageResult.Of<SignInPage>(
                new SignInView(mail, [new Problem(AccessForm.Mail, words["staff.signin.wrong"])]),
                StatusCodes.Status422UnprocessableEntity);
        await HalfSession.BeginAsync(context, account);
        var next = account.TotpKey is null ? Addresses.SetUpSecondStep : Addresses.SecondStep;
        return new SeeOther(WithTarget(next, context));
    }

    /// <summary>A page of signing in, which leads to the page that was asked for in the end.</summary>
    public static string WithTarget(string page, HttpContext context) =>
        TargetOf(context) is var target && target != Addresses.Desk ? $"{page}?{Addresses.SignInTarget}={target}" : page;

    /// <summary>The page that was asked for. It comes from the visitor's side: only a page of staff is followed.</summary>
    public static string TargetOf(HttpContext context) =>
        context.Request.Query[Addresses.SignInTarget].ToString() is var target
            && target.StartsWith(Addresses.Desk + "/", StringComparison.Ordinal)
        && target.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '/' or '-')
        && !target.StartsWith(Addresses.SignIn, StringComparison.Ordinal)
            ? target
            : Addresses.Desk;
}

public sealed record SignInView(string Mail, IReadOnlyList<Problem> Problems);
