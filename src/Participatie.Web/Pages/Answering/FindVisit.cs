using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Previews;

namespace Participatie.Web.Pages.Answering;

/// <summary>Finds out what a request is about, before a byte of the page is written.</summary>
internal sealed class FindVisit(
    Catalogue catalogue, Drafts drafts, ProgressCounters progress, FindPreviewVisit previews, TimeProvider clock)
{
    /// <returns>Null when there is no such consultation.</returns>
    public async ValueTask<Visit?> OfAsync(HttpContext context, string slug)
    {
        if (context.Features.Get<Preview>() is { } preview)
        {
            return await previews.OfAsync(context, preview);
        }

        if (catalogue.Latest(slug) is not { } latest)
        {
            return null;
        }

        var visit = Of(latest);
        if (DraftCookie.Read(context, slug) is not { } token)
        {
            return visit;
        }

        visit = visit with { Token = token, IsShared = DraftCookie.IsShared(context, slug) };
        return await drafts.FindAsync(token, latest.ConsultationId, context.RequestAborted) switch
        {
            DraftFinding.Found(var draft) => visit with { Version = draft.Version, Draft = draft },
            DraftFinding.Moved(var draft) => visit with { Version = draft.Version, Elsewhere = draft },
            _ => visit,
        };
    }

    /// <summary>When drafts cannot be read.</summary>
    public Visit? WithoutDraft(HttpContext context, string slug) =>
        context.Features.Get<Preview>() is { } preview ? previews.Of(preview)
        : catalogue.Latest(slug) is { } latest ? Of(latest)
        : null;

    /// <summary>What whoever begins now gets to see; null when there is no such consultation.</summary>
    public PublishedVersion? VersionOf(HttpContext context, string slug) =>
        context.Features.Get<Preview>()?.Version ?? catalogue.Latest(slug);

    /// <summary>Whether it takes answers, as its pages say it.</summary>
    public OpenState StateOf(HttpContext context, PublishedVersion version) =>
        context.Features.Get<Preview>() is null ? catalogue.StateOf(version, clock.GetUtcNow()) : OpenState.Open;

    /// <summary>The last day for answers, as its pages say it.</summary>
    public DateOnly ClosesOn(HttpContext context, PublishedVersion version) =>
        context.Features.Get<Preview>() is null ? catalogue.ClosesOn(version) : version.Definition.Charter.ClosesOn;

    private Visit Of(PublishedVersion latest) =>
        new()
        {
            Slug = latest.Definition.Slug,
            Version = latest,
            State = catalogue.StateOf(latest, clock.GetUtcNow()),
            Life = catalogue.LifeOf(latest),
            Drafts = drafts,
            Progress = progress,
        };
}
