using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Web.Access;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Access;

/// <summary>What somebody does with the own account.</summary>
internal static class OwnAccountEndpoints
{
    public static async Task<IResult> Get(HttpContext context, UserManager<Account> accounts, AccessDb db) =>
        PageResult.Of<OwnAccountPage>(await ViewAsync(context, accounts, db, []));

    public static Task<IResult> Post(
        HttpContext context,
        IFormCollection form,
        UserManager<Account> accounts,
        AccessDb db,
        SecondStep step,
        StartSession sessions,
        InterfaceWords words) =>
        form[AccessForm.Way].ToString() switch
        {
            AccessForm.SignOut => SignOutAsync(context, sessions),
            AccessForm.SignOutEverywhere => SignOutEverywhereAsync(context, sessions),
            _ => RenewCodesAsync(context, form, accounts, db, step, words),
        };

    /// <summary>A stolen session makes no codes: the app is asked once more.</summary>
    private static async Task<IResult> RenewCodesAsync(
        HttpContext context, IFormCollection form, UserManager<Account> accounts, AccessDb db, SecondStep step, InterfaceWords words)
    {
        var account = (await accounts.FindByIdAsync(Staff.IdOf(context.User).ToString()))!;
        var (way, wait) = await step.CheckAsync(
            account, form[AccessForm.Code].ToString(), VisitorAddress.Of(context), context.RequestAborted);
        if (way is null)
        {
            var problem = wait > TimeSpan.Zero
                ? AccessForm.TooSoon(context, wait, AccessForm.Code, words)
                : new Problem(AccessForm.Code, words["staff.code.wrong"]);
            return PageResult.Of<OwnAccountPage>(
                await ViewAsync(context, accounts, db, [problem]),
                wait > TimeSpan.Zero ? StatusCodes.Status429TooManyRequests : StatusCodes.Status422UnprocessableEntity);
        }

        // The step that was just used is in the database, not in what was read before it.
        await db.Entry(account).ReloadAsync(context.RequestAborted);
        var codes = await step.RenewCodesAsync(
            account, account.Said, "nieuwe herstelcodes", VisitorAddress.Of(context), context.RequestAborted);
        return PageResult.Of<RecoveryCodesPage>(new RecoveryCodesView(codes, Addresses.OwnAccount));
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, StartSession sessions)
    {
        await sessions.EndAsync(context, NoteOf(context, "uitloggen"));
        return new SeeOther(Addresses.SignIn);
    }

    private static async Task<IResult> SignOutEverywhereAsync(HttpContext context, StartSession sessions)
    {
        await sessions.EndAllAsync(context, Staff.IdOf(context.User), NoteOf(context, "overal uitloggen"));
        return new SeeOther(Addresses.SignIn);
    }

    private static AuditNote NoteOf(HttpContext context, string action) =>
        Doer.Of(context).Note(action, Staff.SaidOf(context.User));

    private static async Task<OwnAccountView> ViewAsync(
        HttpContext context, UserManager<Account> accounts, AccessDb db, IReadOnlyList<Problem> problems)
    {
        var account = (await accounts.FindByIdAsync(Staff.IdOf(context.User).ToString()))!;
        return new OwnAccountView
        {
            Name = account.Name,
            Mail = account.Email!,
            IsAdministrator = account.IsAdministrator,
            HasSecondStep = account.TotpKey is not null,
            CodesLeft = await db.RecoveryCodes.CountAsync(code => code.AccountId == account.Id, context.RequestAborted),
            Problems = problems,
        };
    }
}

public sealed record OwnAccountView
{
    public required string Name { get; init; }

    public required string Mail { get; init; }

    public required bool IsAdministrator { get; init; }

    public required bool HasSecondStep { get; init; }

    public required int CodesLeft { get; init; }

    public required IReadOnlyList<Problem> Problems { get; init; }
}
