using Microsoft.Extensions.Diagnostics.HealthChecks;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Definition;
using Participatie.Web.Hosting;
using Participatie.Web.Pages.Answering.Paper;
using Participatie.Web.ReadingAloud;

namespace Participatie.Web.Pages.Answering;

public static class AnsweringEndpoints
{
    public static void AddAnswering(this IServiceCollection services)
    {
        services.AddSingleton<FindVisit>().AddSingleton<QuestionHelp>().AddSingleton<NewDrafts>();
        services.AddSingleton<SpokenPassages>(SpokenVersion.PassagesOf);
        services.AddSingleton<CodeTries>().AddSingleton<TypedCodes>();
        services.AddHealthChecks().AddCheck<WrongCodesHealth>("codes", HealthStatus.Degraded);
    }

    public static void MapAnswering(this IEndpointRouteBuilder site)
    {
        var pages = site.MapGroup("").WithMetadata(new NeverKept());
        pages.MapGet(Addresses.Patterns.Consultation, StartEndpoints.Get);
        pages.MapPost(Addresses.Patterns.Consultation, StartEndpoints.Post);
        pages.MapGet(Addresses.Patterns.Charter, StartEndpoints.Charter);
        pages.MapGet(Addresses.Patterns.Invitation, InvitationEndpoints.Get);
        pages.MapPost(Addresses.Patterns.Invitation, InvitationEndpoints.Post).RequireRateLimiting(RateLimits.CodeEntry);
        pages.MapGet(Addresses.Patterns.Organisation, OrganisationEndpoints.Get);
        pages.MapPost(Addresses.Patterns.Organisation, OrganisationEndpoints.Post);
        pages.MapTogether();
        pages.MapGet(Addresses.Patterns.Question, QuestionEndpoints.Get);
        pages.MapPost(Addresses.Patterns.Question, QuestionEndpoints.Post).OnStaleForm(QuestionEndpoints.PostStale)
            .OnNotStored(QuestionEndpoints.NotStoredAsync);
        pages.MapGet(Addresses.Patterns.QuestionStep, QuestionEndpoints.Get);
        pages.MapPost(Addresses.Patterns.QuestionStep, QuestionEndpoints.Post).OnStaleForm(QuestionEndpoints.PostStale)
            .OnNotStored(QuestionEndpoints.NotStoredAsync);
        pages.MapGet(Addresses.Patterns.Check, CheckEndpoints.Get);
        pages.MapPost(Addresses.Patterns.Check, CheckEndpoints.Post).OnNotStored(CheckEndpoints.NotStoredAsync);
        pages.MapGet(Addresses.Patterns.Stop, StopEndpoints.Get);
        pages.MapPost(Addresses.Patterns.Stop, StopEndpoints.Post);
        // Of a consultation only for its languages: the page stands among its questions.
        pages.MapGet(Addresses.Patterns.Offline, (string slug, Catalogue catalogue) =>
            catalogue.Latest(slug) is { } version ? PageResult.Of<OfflinePage>(version.Definition) : Results.NotFound());
        pages.MapGet(Addresses.Patterns.Paper, PaperEndpoints.Get);
        pages.MapGet(Addresses.Patterns.PaperLarge, PaperEndpoints.GetLarge);
        pages.MapGet(Addresses.Patterns.Wipe, StopEndpoints.GetWipe);
        pages.MapPost(Addresses.Patterns.Wipe, StopEndpoints.PostWipe);
        pages.MapGet(Addresses.Patterns.TakeBack, TakeBackEndpoints.Get);
        pages.MapPost(Addresses.Patterns.TakeBack, TakeBackEndpoints.Post);
    }
}
