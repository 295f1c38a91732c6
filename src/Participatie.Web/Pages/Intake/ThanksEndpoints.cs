using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Reporting.Results;
using Participatie.Web.Hosting;
using Participatie.Web.Pages.Answering;
using Participatie.Web.Pages.Reporting;

namespace Participatie.Web.Pages.Intake;

internal static class ThanksEndpoints
{
    public static async Task<IResult> Get(
        HttpContext context, string slug, Catalogue catalogue, Receipts receipts, ReadResultPage results, TimeProvider clock)
    {
        if (catalogue.Latest(slug) is not { } latest)
        {
            return Results.NotFound();
        }

        if (DraftCookie.Read(context, slug) is not { } token || await receipts.OfAsync(token, context.RequestAborted) is not { } code)
        {
            return new SeeOther(Addresses.Consultation(slug));
        }

        return PageResult.Of<ThanksPage>(new ThanksView
        {
            Definition = latest.Definition,
            Receipt = code,
            IsShared = DraftCookie.IsShared(context, slug),
            HasResults = await results.HasNumbersAsync(latest.ConsultationId, context.RequestAborted),
            ResultsAfter = ResultsView.FirstDay(catalogue, latest, clock.GetUtcNow()),
        });
    }

    /// <summary>
    /// A page between the receipt and the end of the cookie, at which browsers throw away the pages that they still hold.
    /// </summary>
    public static IResult GetForget(HttpContext context, string slug, Catalogue catalogue) => catalogue.Latest(slug) switch
    {
        null => Results.NotFound(),
        var latest =>
            DraftCookie.IsShared(context, slug) ? PageResult.Of<ForgetPage>(latest.Definition) : new SeeOther(Addresses.Thanks(slug)),
    };

    /// <summary>The next one at this computer finds nothing.</summary>
    public static IResult PostForget(HttpContext context, string slug, Catalogue catalogue)
    {
        if (catalogue.Latest(slug) is null)
        {
            return Results.NotFound();
        }

        DraftCookie.Overwrite(context, slug);
        return new SeeOther(Addresses.Stop(slug));
    }
}
