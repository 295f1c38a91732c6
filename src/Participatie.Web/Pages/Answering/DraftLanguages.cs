using Participatie.Surveys.Answering;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Definition;

namespace Participatie.Web.Pages.Answering;

/// <summary>The languages of the version that a draft began with, where a later version speaks others.</summary>
internal sealed record DraftLanguages(IReadOnlyList<string> Tags);

/// <summary>
/// Finds them before the page's language is settled. Only a consultation that got other languages in a later version costs the extra
/// look at the draft.
/// </summary>
internal sealed class LookForDraftLanguages(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context) =>
        ConsultationPages.LatestOf(context) is { Number: > 1 } latest
        && DraftCookie.Read(context, latest.Definition.Slug) is { } token
        && SpeaksOthers(context, latest)
            ? LookAsync(context, latest, token)
            : next(context);

    private async Task LookAsync(HttpContext context, PublishedVersion latest, DraftToken token)
    {
        if (await context.RequestServices.GetRequiredService<Drafts>().FindAsync(token, latest.ConsultationId, context.RequestAborted)
            is DraftFinding.Found(var draft))
        {
            context.Features.Set(new DraftLanguages(draft.Version.Definition.Languages));
        }

        await next(context);
    }

    private static bool SpeaksOthers(HttpContext context, PublishedVersion latest) =>
        context.RequestServices.GetRequiredService<Catalogue>().VersionsOf(latest.ConsultationId)
            .Any(version => !version.Definition.Languages.ToHashSet(StringComparer.Ordinal).SetEquals(latest.Definition.Languages));
}
