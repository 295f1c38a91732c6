using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Web.Access;
using Participatie.Web.Frame;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Access;

/// <summary>The passkeys of who is signed in: made, named, listed, removed. A stolen session makes none: the password is asked.</summary>
internal static class OwnPasskeysEndpoints
{
    public const string Begin = "begin";
    public const string Make = "maken";
    public const string Remove = "weghalen";
    public const string Id = "nummer";

    public static async Task<IResult> Get(HttpContext context, UserManager<Account> accounts) =>
        await ShowAsync(await OwnAsync(context, accounts), accounts, "", []);

    public static async Task<IResult> Post(
        HttpContext context,
        IFormCollection form,
        UserManager<Account> accounts,
        Passkeys passkeys,
        CheckPassword check,
        InterfaceWords words)
    {
        var account = await OwnAsync(context, accounts);
        switch (form[AccessForm.Way].ToString())
        {
            case Remove:
                await passkeys.RemoveAsync(context, account, IdOf(form[Id].ToString()));
                return new SeeOther($"{Addresses.OwnPasskeys}#{Frame.Frame.Saved}");
            case Make:
                return await passkeys.MakeAsync(context, account, PasskeyForm.AnswerOf(form))
                    ? new SeeOther($"{Addresses.OwnPasskeys}#{Frame.Frame.Saved}")
                    : await ShowAsync(account, accounts, "", [], words[
                        PasskeyForm.AnswerOf(form).Credential.Length == 0 ? "staff.passkey.make.noscript" : "staff.passkey.make.wrong"]);
            default:
                return await BeginAsync(context, form, account, accounts, passkeys, check, words);
        }
    }

    private static async Task<IResult> BeginAsync(
        HttpContext context,
        IFormCollection form,
        Account account,
        UserManager<Account> accounts,
        Passkeys passkeys,
        CheckPassword check,
        InterfaceWords words)
    {
        var name = form[AccessForm.Name].ToString().Trim();
        if (PerceivedText.ShowsNothing(name) || name.Length > Passkeys.LongestName || name.Any(char.IsControl))
            return await ShowAsync(
                account, accounts, name, [new Problem(AccessForm.Name, words.Format("staff.passkey.name.wrong", Passkeys.LongestName))]);
        if ((await accounts.GetPasskeysAsync(account)).Count >= Passkeys.Most)
            return await ShowAsync(
                account, accounts, name, [new Problem(AccessForm.Name, words.Format("staff.passkey.most", Passkeys.Most))]);
        if (await AskPassword.ProblemAsync(context, form, account, check, words) is var (problem, status))
            return await ShowAsync(account, accounts, name, [problem], status: status);
        return PageResult.Of<MakePasskeyPage>(new MakePasskeyView(await passkeys.AskToMakeAsync(context, account, name), name));
    }

    private static async Task<Account> OwnAsync(HttpContext context, UserManager<Account> accounts) =>
        (await accounts.FindByIdAsync(Staff.IdOf(context.User).ToString()))!;

    private static async Task<IResult> ShowAsync(
        Account account,
        UserManager<Account> accounts,
        string name,
        IReadOnlyList<Problem> problems,
        string? refused = null,
        int status = StatusCodes.Status422UnprocessableEntity) =>
        PageResult.Of<OwnPasskeysPage>(
            new OwnPasskeysView
            {
                Passkeys =
                [
                    .. (await accounts.GetPasskeysAsync(account)).OrderBy(one => one.CreatedAt).Select(one => new OwnPasskey(
                        WebEncoders.Base64UrlEncode(one.CredentialId), one.Name ?? "", one.CreatedAt)),
                ],
                Name = name,
                Refused = refused,
                Problems = problems,
            },
            problems.Count == 0 && refused is null ? StatusCodes.Status200OK : status);

    private static byte[] IdOf(string text)
    {
        try
        {
            return WebEncoders.Base64UrlDecode(text);
        }
        catch (FormatException)
        {
            return [];
        }
    }
}

public sealed record OwnPasskeysView
{
    public required IReadOnlyList<OwnPasskey> Passkeys { get; init; }

    /// <summary>Of the new one, as it was typed.</summary>
    public required string Name { get; init; }

    /// <summary>Why none was made.</summary>
    public required string? Refused { get; init; }

    public required IReadOnlyList<Problem> Problems { get; init; }
}

/// <param name="Id">For the form.</param>
/// <param name="Name">As its owner called it.</param>
/// <param name="MadeAt">When.</param>
public sealed record OwnPasskey(string Id, string Name, DateTimeOffset MadeAt);

/// <param name="Question">For the browser.</param>
/// <param name="Name">Of the new passkey.</param>
public sealed record MakePasskeyView(PasskeyQuestion Question, string Name);
