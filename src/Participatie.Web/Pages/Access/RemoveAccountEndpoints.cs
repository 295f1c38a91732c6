using Microsoft.EntityFrameworkCore;
using Participatie.Web.Access;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Access;

/// <summary>Asks once more, and removes an account.</summary>
internal static class RemoveAccountEndpoints
{
    public static async Task<IResult> Get(Guid id, HttpContext context, AccessDb db) =>
        await db.Accounts.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, context.RequestAborted) is { } account
            ? PageResult.Of<RemoveAccountPage>(account)
            : Results.NotFound();

    public static async Task<IResult> Post(Guid id, HttpContext context, ManageAccount manage, AccountPages pages)
    {
        try
        {
            return await manage.RemoveAsync(Doer.Of(context), id, context.RequestAborted)
                ? new SeeOther(Addresses.Accounts)
                : Results.NotFound();
        }
        catch (LastAdministratorException)
        {
            return await pages.ShowAsync(id, context, typed: null, [], isRefused: true);
        }
        catch (NotAdministratorException)
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }
    }
}
