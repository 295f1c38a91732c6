using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Participatie.Surveys.Storage;
using Participatie.Web.Access;

namespace Participatie.Web.Pages.Access;

/// <summary>Between a right password and the second step: a cookie that opens nothing but that step.</summary>
internal static class HalfSession
{
    public static Task BeginAsync(HttpContext context, Account account) =>
        context.SignInAsync(Staff.HalfSession, Staff.Principal(AccountState.Of(account), Staff.HalfSession));

    /// <returns>Null for whoever gave no password yet, or too long ago.</returns>
    public static async Task<Account?> OfAsync(HttpContext context)
    {
        var half = await context.AuthenticateAsync(Staff.HalfSession);
        var state = await AccountState.OfAsync(
            context.RequestServices.GetRequiredService<Database>(),
            context.RequestServices.GetRequiredService<TimeProvider>(),
            half.Principal,
            session: null,
            context.RequestAborted);
        return state is null
            ? null
            : await context.RequestServices.GetRequiredService<UserManager<Account>>().FindByIdAsync(state.Id.ToString());
    }

    /// <summary>The whole session; the half one is over.</summary>
    /// <param name="context">Of the request.</param>
    /// <param name="account">Who signs in.</param>
    /// <param name="way">By which, see <see cref="StartSession"/>.</param>
    public static async Task FinishAsync(HttpContext context, Account account, string way)
    {
        await context.RequestServices.GetRequiredService<StartSession>().StartAsync(context, account, way);
        await context.SignOutAsync(Staff.HalfSession);
    }
}
