using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake;
using Participatie.Web.Hosting;
using Participatie.Web.Pages.Answering;

namespace Participatie.Web.Pages.Intake;

internal static class ThanksEndpoints
{
    public static async Task<IResult> Get(HttpContext context, string slug, Catalogue catalogue, Receipts receipts)
    {
        if (catalogue.Latest(slug) is not { } latest)
        {
            return Results.NotFound();
        }

        if (DraftCookie.Read(context, slug) is not { } token || await receipts.OfAsync(token, context.RequestAborted) is not { } code)
        {
            return new SeeOther(Addresses.Consultation(slug));
        }

        // The page has no form, so nothing else keeps the code out of caches.
        context.Response.Headers.CacheControl = "no-store";
        return PageResult.Of<ThanksPage>(new ThanksView(latest.Definition, code));
    }
}
