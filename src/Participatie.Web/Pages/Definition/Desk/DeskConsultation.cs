using System.Text;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Language;

namespace Participatie.Web.Pages.Definition.Desk;

/// <summary>A consultation as its pages on the desk need it.</summary>
/// <param name="Life">Where it stands.</param>
/// <param name="Versions">That are published, oldest first.</param>
/// <param name="Revision">Of its working copy; 0 when nobody worked on it since there are working copies.</param>
/// <param name="Document">That residents answer next, or the published one when there is no working copy.</param>
internal sealed record DeskConsultation(
    ConsultationLife Life, IReadOnlyList<PublishedVersion> Versions, WorkingCopyLine? Revision, string Document)
{
    public PublishedVersion? Latest => Versions is [.., var latest] ? latest : null;

    public int RevisionNumber => Revision?.Revision ?? 0;

    /// <summary>Its title in Dutch; its name in addresses while it has none.</summary>
    public string Title => Latest is { } latest ? latest.Definition.Title.Dutch : DocumentTitle.Of(Document) ?? Life.Slug;

    /// <summary>Whether an author may change the questions now.</summary>
    public bool IsInWork => Life.State is LifeState.Concept or LifeState.Open;

    /// <returns>Null when there is none: whoever may see no others learns that from no answer.</returns>
    public static async Task<DeskConsultation?> FindAsync(
        string slug, Catalogue catalogue, WorkingCopies copies, CancellationToken cancellationToken)
    {
        // A colleague may have changed it on another instance a moment ago.
        await catalogue.RefreshAsync(cancellationToken);
        if (catalogue.Lives.FirstOrDefault(life => life.Slug == slug) is not { } life)
            return null;
        var versions = catalogue.VersionsOf(life.ConsultationId);
        var copy = await copies.NewestAsync(life.ConsultationId, cancellationToken);
        return new DeskConsultation(
            life,
            versions,
            copy is null
                ? null
                : new WorkingCopyLine(copy.Revision, DateTimeOffset.FromUnixTimeMilliseconds(copy.SavedAt), copy.SavedBy),
            copy?.Document ?? (versions is [.., var latest] ? Encoding.UTF8.GetString(DefinitionWriter.Write(latest.Definition)) : ""));
    }
}
