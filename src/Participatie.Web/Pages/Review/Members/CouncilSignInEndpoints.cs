using Participatie.Surveys.Language;
using Participatie.Web.Access;
using Participatie.Web.Hosting;
using Participatie.Web.Pages.Access;

namespace Participatie.Web.Pages.Review.Members;

/// <summary>A member signs in with a passkey: for the own rounds, and for nothing of the desk.</summary>
internal static class CouncilSignInEndpoints
{
    public static Task<IResult> Get(HttpContext context, Passkeys passkeys) => ShowAsync(context, passkeys, refused: null);

    public static async Task<IResult> Post(HttpContext context, IFormCollection form, Passkeys passkeys, StartSession session, InterfaceWords words)
    {
        var answer = PasskeyForm.AnswerOf(form);
        // Sent without a script.
        if (answer.Credential.Length == 0)
            return await ShowAsync(context, passkeys, words["council.key.noscript"]);
        if (await passkeys.UseForCouncilAsync(context, answer) is not { } account)
            return await ShowAsync(context, passkeys, words["council.key.wrong"]);
        await session.StartCouncilAsync(context, account);
        return new SeeOther(Addresses.CouncilStart);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, Passkeys passkeys, string? refused) =>
        PageResult.Of<CouncilSignInPage>(
            new PasskeySignInView(await passkeys.AskToUseAsync(context), refused),
            refused is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
}
