using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Web.Access;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Access;

/// <summary>Where somebody who forgot the password asks for a link. It answers the same whether there is an account or not.</summary>
internal static class ForgotPasswordEndpoints
{
    public static IResult Get(LinkMail mail) =>
        PageResult.Of<ForgotPasswordPage>(new ForgotPasswordView("", mail.IsOn, WasAsked: false, []));

    public static async Task<IResult> Post(
        HttpContext context, IFormCollection form, AskForPassword ask, LinkMail mail, InterfaceWords words)
    {
        if (!mail.IsOn)
            return new SeeOther(Addresses.ForgotPassword);
        var typed = form[AccessForm.Mail].ToString().Trim();
        var problems = new List<Problem>();
        PersonForm.CheckMail(typed, problems, words);
        if (problems.Count > 0)
            return Refuse(typed, problems, StatusCodes.Status422UnprocessableEntity);
        var wait = await ask.AskAsync(
            typed,
            VisitorAddress.Of(context),
            (scope, account, token) =>
                mail.AddAsync(scope, account.Email!, account.Name, HandOverLink.Of(context, LinkKind.Password, token)),
            context.RequestAborted);
        return wait > TimeSpan.Zero
            ? Refuse(typed, [AccessForm.TooSoon(context, wait, AccessForm.Mail, words)], StatusCodes.Status429TooManyRequests)
            : PageResult.Of<ForgotPasswordPage>(new ForgotPasswordView("", CanMail: true, WasAsked: true, []));
    }

    private static IResult Refuse(string typed, IReadOnlyList<Problem> problems, int status) =>
        PageResult.Of<ForgotPasswordPage>(new ForgotPasswordView(typed, CanMail: true, WasAsked: false, problems), status);
}

/// <param name="Mail">As it was typed.</param>
/// <param name="CanMail">If not, an administrator makes the link.</param>
/// <param name="WasAsked">Whether the form was sent.</param>
/// <param name="Problems">With it.</param>
public sealed record ForgotPasswordView(string Mail, bool CanMail, bool WasAsked, IReadOnlyList<Problem> Problems);
