using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Web.Access;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Access;

/// <summary>Somebody who is signed in sets up an app for the second step, in place of the one before.</summary>
internal static class OwnAppEndpoints
{
    public static async Task<IResult> Get(
        HttpContext context, UserManager<Account> accounts, IDataProtectionProvider keys, InterfaceWords words) =>
        Show(context, await OwnAsync(context, accounts), Totp.NewKey(), keys, words, []);

    public static async Task<IResult> Post(
        HttpContext context,
        IFormCollection form,
        UserManager<Account> accounts,
        SecondStep step,
        CheckPassword check,
        StartSession sessions,
        IDataProtectionProvider keys,
        InterfaceWords words)
    {
        var account = await OwnAsync(context, accounts);
        if (AuthenticatorEndpoints.Open(form[AccessForm.Key].ToString(), account, keys) is not { } key)
            return new SeeOther(Addresses.OwnApp);
        if (await AskPassword.ProblemAsync(context, form, account, check, words) is var (problem, status))
            return Show(context, account, key, keys, words, [problem], status);
        var codes = await step.SetUpAsync(
            account, key, form[AccessForm.Code].ToString(), VisitorAddress.Of(context), context.RequestAborted, endsSessions: true);
        if (codes is null)
            return Show(context, account, key, keys, words, [new Problem(AccessForm.Code, words["staff.code.wrong"])]);
        await sessions.GoOnAsync(context, account);
        return PageResult.Of<RecoveryCodesPage>(new RecoveryCodesView(codes, Addresses.OwnAccount));
    }

    private static async Task<Account> OwnAsync(HttpContext context, UserManager<Account> accounts) =>
        (await accounts.FindByIdAsync(Staff.IdOf(context.User).ToString()))!;

    private static IResult Show(
        HttpContext context,
        Account account,
        byte[] key,
        IDataProtectionProvider keys,
        InterfaceWords words,
        IReadOnlyList<Problem> problems,
        int? status = null) =>
        PageResult.Of<OwnAppPage>(
            AuthenticatorEndpoints.ViewOf(context, account, key, keys, words, mayWait: false, problems),
            status ?? (problems.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity));
}
