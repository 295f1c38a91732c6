using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Previews;
using Participatie.Surveys.Storage;

namespace Participatie.Web.Pages.Answering;

/// <summary>The same of a preview: always open, with the draft that was begun behind this very link.</summary>
internal sealed class FindPreviewVisit(Database database, GroupedWriter writer, TimeProvider clock)
{
    public async ValueTask<Visit> OfAsync(HttpContext context, Preview preview)
    {
        var drafts = DraftsOf(preview);
        var visit = Of(preview) with { Drafts = drafts };
        return DraftCookie.Read(context, visit.Slug) is not { } token
            ? visit
            : visit with
            {
                Token = token,
                IsShared = DraftCookie.IsShared(context, visit.Slug),
                Draft = await drafts.FindAsync(token, context.RequestAborted),
            };
    }

    public Visit Of(Preview preview) => new()
    {
        Slug = preview.Version.Definition.Slug,
        Version = preview.Version,
        // Whatever its days say: staff look before and after.
        State = OpenState.Open,
        Drafts = DraftsOf(preview),
        Preview = preview,
    };

    private PreviewDrafts DraftsOf(Preview preview) => new(database, writer, clock, preview);
}
