using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Participatie.Surveys.Storage;
using Participatie.Web.Access;

namespace Participatie.Web.Pages.Access;

/// <summary>Between a right password and the second step: a cookie that opens nothing but that step.</summary>
internal static class HalfSession
{
    public static Task BeginAsync(HttpContext context, Account account) =>
        context.SignInAsync(Staff.HalfSession, Staff.Principal(StateOf(account), Staff.HalfSession));

    /// <returns>Null for whoever gave no password yet, or too long ago.</returns>
    public static async Task<Account?> OfAsync(HttpContext context)
    {
        var half = await context.AuthenticateAsync(Staff.HalfSession);
        var state = await AccountState.OfAsync(
            context.RequestServices.GetRequiredService<Database>(),
            context.RequestServices.GetRequiredService<TimeProvider>(),
            half.Principal,
            context.RequestAborted);
        return state is null
            ? null
            : await context.RequestServices.GetRequiredService<UserManager<Account>>().FindByIdAsync(state.Id.ToString());
    }

    /// <summary>The whole session; the half one is over.</summary>
    public static async Task FinishAsync(HttpContext context, Account account)
    {
        await context.RequestServices.GetRequiredService<AuditLog>().WriteAsync(
            new AuditNote(account.Said, AuditNote.NetworkOf(context.Connection.RemoteIpAddress), CheckPassword.Action, account.Said),
            context.RequestAborted);
        await context.SignOutAsync(Staff.HalfSession);
        await context.SignInAsync(Staff.Session, Staff.Principal(StateOf(account), Staff.Session));
    }

    private static AccountState StateOf(Account account) =>
        new(account.Id, account.Name, account.Email!, account.SecurityStamp!, account.IsAdministrator, account.IsBlocked);
}
