using Microsoft.Extensions.Diagnostics.HealthChecks;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Definition;
using Participatie.Web.Hosting;
using Participatie.Web.Pages.Answering.Paper;
using Participatie.Web.ReadingAloud;
using At = Participatie.Web.Addresses.Patterns;

namespace Participatie.Web.Pages.Answering;

public static class AnsweringEndpoints
{
    public static void AddAnswering(this IServiceCollection services)
    {
        services.AddSingleton<FindVisit>().AddSingleton<FindPreviewVisit>().AddSingleton<QuestionHelp>().AddSingleton<NewDrafts>();
        services.AddSingleton<ShownMarks>();
        services.AddSingleton<SpokenPassages>(SpokenVersion.PassagesOf);
        services.AddSingleton<CodeTries>().AddSingleton<TypedCodes>();
        services.AddHealthChecks().AddCheck<WrongCodesHealth>("codes", HealthStatus.Degraded);
    }

    /// <param name="site">The group of who may see them.</param>
    /// <param name="consultation">With which their addresses begin: residents' or a preview's.</param>
    public static void MapAnswering(this IEndpointRouteBuilder site, string consultation)
    {
        var pages = site.MapGroup(consultation).WithMetadata(new NeverKept());
        pages.MapGet(At.Behind(At.Consultation), StartEndpoints.Get);
        pages.MapPost(At.Behind(At.Consultation), StartEndpoints.Post);
        pages.MapGet(At.Behind(At.Charter), StartEndpoints.Charter);
        pages.MapGet(At.Behind(At.Invitation), InvitationEndpoints.Get);
        pages.MapPost(At.Behind(At.Invitation), InvitationEndpoints.Post).RequireRateLimiting(RateLimits.CodeEntry);
        pages.MapGet(At.Behind(At.Organisation), OrganisationEndpoints.Get);
        pages.MapPost(At.Behind(At.Organisation), OrganisationEndpoints.Post);
        pages.MapTogether();
        pages.MapGet(At.Behind(At.Question), QuestionEndpoints.Get);
        pages.MapPost(At.Behind(At.Question), QuestionEndpoints.Post).OnStaleForm(QuestionEndpoints.PostStale)
            .OnNotStored(QuestionEndpoints.NotStoredAsync);
        pages.MapGet(At.Behind(At.QuestionStep), QuestionEndpoints.Get);
        pages.MapPost(At.Behind(At.QuestionStep), QuestionEndpoints.Post).OnStaleForm(QuestionEndpoints.PostStale)
            .OnNotStored(QuestionEndpoints.NotStoredAsync);
        pages.MapGet(At.Behind(At.Check), CheckEndpoints.Get);
        pages.MapPost(At.Behind(At.Check), CheckEndpoints.Post).OnNotStored(CheckEndpoints.NotStoredAsync);
        pages.MapGet(At.Behind(At.Stop), StopEndpoints.Get);
        pages.MapPost(At.Behind(At.Stop), StopEndpoints.Post);
        // Of a consultation only for its languages: the page stands among its questions.
        pages.MapGet(At.Behind(At.Offline), (HttpContext context, string slug, FindVisit findVisit) =>
            findVisit.VersionOf(context, slug) is { } version ? PageResult.Of<OfflinePage>(version.Definition) : Results.NotFound());
        pages.MapGet(At.Behind(At.Paper), PaperEndpoints.Get);
        pages.MapGet(At.Behind(At.PaperLarge), PaperEndpoints.GetLarge);
        pages.MapGet(At.Behind(At.Wipe), StopEndpoints.GetWipe);
        pages.MapPost(At.Behind(At.Wipe), StopEndpoints.PostWipe);
        pages.MapGet(At.Behind(At.TakeBack), TakeBackEndpoints.Get);
        pages.MapPost(At.Behind(At.TakeBack), TakeBackEndpoints.Post);
    }
}
