using Participatie.Surveys.Definition;
using Participatie.Surveys.Storage;
using Participatie.Web.Access;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Access;

/// <summary>An administrator looks at every right, and confirms it or takes it away.</summary>
internal static class RightsEndpoints
{
    public const string Confirm = "bevestigen";
    public const string Take = "weghalen";
    public const string Account = "account";
    private const int RightsAPage = 25;

    public static Task<IResult> Get(HttpContext context, ReviewOfRights review, Database database, Catalogue catalogue) =>
        ShowAsync(context, review, database, catalogue, isRefused: false);

    public static async Task<IResult> Post(
        HttpContext context, IFormCollection form, ReviewOfRights review, Database database, Catalogue catalogue, ManageAccount manage)
    {
        // A form that names no right was not made by this page.
        if (RoleKey.Read(form[AccountEndpoints.Role].ToString()) is not { } key || !Guid.TryParse(form[Account].ToString(), out var id)
            || form[AccessForm.Way].ToString() is not (Confirm or Take))
            return Results.BadRequest();
        try
        {
            // One that is gone meanwhile needs neither.
            _ = form[AccessForm.Way].ToString() == Take
                ? await manage.TakeRoleAsync(Doer.Of(context), id, key.Role, key.ConsultationId, context.RequestAborted)
                : await manage.ConfirmRoleAsync(Doer.Of(context), id, key.Role, key.ConsultationId, context.RequestAborted);
            return new SeeOther(
                $"{PageOf.AddressOf(Addresses.Rights, PageOf.SearchIn(context), PageOf.NumberIn(context))}#{Frame.Frame.Saved}");
        }
        catch (LastAdministratorException)
        {
            return await ShowAsync(context, review, database, catalogue, isRefused: true);
        }
        catch (NotAdministratorException)
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }
    }

    private static async Task<IResult> ShowAsync(
        HttpContext context, ReviewOfRights review, Database database, Catalogue catalogue, bool isRefused)
    {
        var search = PageOf.SearchIn(context);
        var all = await review.ReadAsync(context.RequestAborted);
        var found = all.Where(right => right.Account.Name.Contains(search, StringComparison.OrdinalIgnoreCase)
            || right.Account.Email!.Contains(search, StringComparison.OrdinalIgnoreCase)).ToList();
        return PageResult.Of<RightsPage>(
            new RightsView
            {
                Rights = PageOf.Take(found, context.Request.Query[PageOf.Name], RightsAPage),
                Known = await KnownConsultations.ReadAsync(database, catalogue, context.RequestAborted),
                Due = all.Count(right => right.IsDue),
                Search = search,
                IsRefused = isRefused,
            },
            isRefused ? StatusCodes.Status409Conflict : StatusCodes.Status200OK);
    }
}

public sealed record RightsView
{
    public required PageOf<HeldRight> Rights { get; init; }

    public required KnownConsultations Known { get; init; }

    /// <summary>How many are late, also those that were not searched for.</summary>
    public required int Due { get; init; }

    public required string Search { get; init; }

    /// <summary>Nobody would manage the site any more.</summary>
    public required bool IsRefused { get; init; }

    public string PageAt(int page) => PageOf.AddressOf(Addresses.Rights, Search, page);
}
