using Participatie.Surveys.Language;
using Participatie.Web.Access;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Access;

/// <summary>
/// Signs in with a passkey, which counts as both steps. It is the one thing that asks for JavaScript, and the page says so.
/// </summary>
internal static class PasskeySignInEndpoints
{
    public static async Task<IResult> Get(HttpContext context, Passkeys passkeys) => await ShowAsync(context, passkeys, refused: null);

    public static async Task<IResult> Post(HttpContext context, IFormCollection form, Passkeys passkeys, InterfaceWords words)
    {
        var answer = PasskeyForm.AnswerOf(form);
        // Sent without a script.
        if (answer.Credential.Length == 0)
            return await ShowAsync(context, passkeys, words["staff.passkey.noscript"]);
        if (await passkeys.UseAsync(context, answer) is not { } account)
            return await ShowAsync(context, passkeys, words["staff.passkey.wrong"]);
        await HalfSession.FinishAsync(context, account, StartSession.WithPasskey);
        return new SeeOther(SignInEndpoints.TargetOf(context));
    }

    private static async Task<IResult> ShowAsync(HttpContext context, Passkeys passkeys, string? refused) =>
        PageResult.Of<PasskeySignInPage>(
            new PasskeySignInView(await passkeys.AskToUseAsync(context), refused),
            refused is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
}

/// <param name="Question">For the browser.</param>
/// <param name="Refused">Why it did not work; null before anything was tried.</param>
public sealed record PasskeySignInView(PasskeyQuestion Question, string? Refused);

/// <summary>The fields that the script fills in.</summary>
internal static class PasskeyForm
{
    public const string Credential = "sleutel";
    public const string State = "staat";

    public static PasskeyAnswer AnswerOf(IFormCollection form) => new(form[Credential].ToString(), form[State].ToString());
}
