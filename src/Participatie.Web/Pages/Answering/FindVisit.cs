using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition;

namespace Participatie.Web.Pages.Answering;

/// <summary>Finds out what a request is about, before a byte of the page is written.</summary>
internal sealed class FindVisit(Catalogue catalogue, Drafts drafts, TimeProvider clock)
{
    /// <returns>Null when there is no such consultation.</returns>
    public async ValueTask<Visit?> OfAsync(HttpContext context, string slug)
    {
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
    public Visit? WithoutDraft(string slug) => catalogue.Latest(slug) is { } latest ? Of(latest) : null;

    private Visit Of(PublishedVersion latest) =>
        new() { Slug = latest.Definition.Slug, Version = latest, State = catalogue.StateOf(latest, clock.GetUtcNow()) };
}
