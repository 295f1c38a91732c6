using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Previews;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Reporting.Results;
using Participatie.Web.Frame;
using Participatie.Web.Hosting;
using Participatie.Web.Pages.Answering;
using Participatie.Web.Pages.Reporting;

namespace Participatie.Web.Pages.Intake;

internal static class ThanksEndpoints
{
    public static async Task<IResult> Get(
        HttpContext context,
        string slug,
        FindVisit findVisit,
        Catalogue catalogue,
        Receipts receipts,
        ReadResultPage results,
        TimeProvider clock)
    {
        if (findVisit.VersionOf(context, slug) is not { } latest)
        {
            return Results.NotFound();
        }

        if (context.Features.Get<Preview>() is not null)
        {
            return Example(context, findVisit, latest);
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
            ClosesOn = findVisit.ClosesOn(context, latest),
            HasResults = await results.HasNumbersAsync(latest.ConsultationId, context.RequestAborted),
            ResultsAfter = ResultsView.FirstDay(catalogue, latest, clock.GetUtcNow()),
        });
    }

    /// <summary>In a preview there is nothing to thank for: it shows how that page will look.</summary>
    private static IResult Example(HttpContext context, FindVisit findVisit, PublishedVersion version)
    {
        PageNotice.Add(context, "staff.preview.thanks");
        return PageResult.Of<ThanksPage>(new ThanksView
        {
            Definition = version.Definition,
            Receipt = ThanksView.Example,
            IsShared = DraftCookie.IsShared(context, version.Definition.Slug),
            ClosesOn = findVisit.ClosesOn(context, version),
            HasResults = false,
            ResultsAfter = version.Definition.Results == ResultsMoment.WhileOpen ? null : version.Definition.Charter.ClosesOn,
        });
    }

    /// <summary>
    /// A page between the receipt and the end of the cookie, at which browsers throw away the pages that they still hold.
    /// </summary>
    public static IResult GetForget(HttpContext context, string slug, FindVisit findVisit) => findVisit.VersionOf(context, slug) switch
    {
        null => Results.NotFound(),
        var latest =>
            DraftCookie.IsShared(context, slug) ? PageResult.Of<ForgetPage>(latest.Definition) : new SeeOther(Addresses.Thanks(slug)),
    };

    /// <summary>The next one at this computer finds nothing.</summary>
    public static IResult PostForget(HttpContext context, string slug, FindVisit findVisit)
    {
        if (findVisit.VersionOf(context, slug) is null)
        {
            return Results.NotFound();
        }

        DraftCookie.Overwrite(context, slug);
        return new SeeOther(Addresses.Stop(slug));
    }
}
