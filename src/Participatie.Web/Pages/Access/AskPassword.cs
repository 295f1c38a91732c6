using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Web.Access;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Access;

/// <summary>Asks who is signed in for the password once more, before something that a stolen session must not do.</summary>
internal static class AskPassword
{
    /// <returns>What is wrong and the status that goes with it; null when the password is right.</returns>
    public static async Task<(Problem Problem, int Status)?> ProblemAsync(
        HttpContext context, IFormCollection form, Account account, CheckPassword check, InterfaceWords words)
    {
        var (checkedAccount, wait) = await check.CheckAsync(
            account.Email!, form[AccessForm.OldPassword].ToString(), VisitorAddress.Of(context), context.RequestAborted);
        return wait > TimeSpan.Zero
                ? (AccessForm.TooSoon(context, wait, AccessForm.OldPassword, words), StatusCodes.Status429TooManyRequests)
            : checkedAccount is null
                ? (new Problem(AccessForm.OldPassword, words["staff.oldpassword.wrong"]), StatusCodes.Status422UnprocessableEntity)
            : null;
    }
}
