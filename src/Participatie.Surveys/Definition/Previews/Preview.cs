namespace Participatie.Surveys.Definition.Previews;

/// <summary>A revision of a working copy, as residents would see it, opened by a link.</summary>
/// <param name="LinkHash">Of the link's token.</param>
/// <param name="Slug">How the consultation is called in the addresses of residents and of staff.</param>
/// <param name="Revision">Of the working copy.</param>
/// <param name="Version">
/// What is shown, numbered as it would be if it opened now. It was never published: no draft, response or count may name it. In place of
/// the slug its definition has the link's token, so that every address which is made of it leads on in the preview.
/// </param>
public sealed record Preview(byte[] LinkHash, string Slug, int Revision, PublishedVersion Version)
{
    /// <summary>
    /// The hash of the personal link by which somebody came in who reviews; null of one that staff share. Whoever shows it looks first
    /// whether that still lets somebody in.
    /// </summary>
    public byte[]? PersonalLink { get; init; }
}

/// <summary>What stands behind a link that works.</summary>
public abstract record PreviewFinding
{
    public sealed record Shown(Preview Preview) : PreviewFinding;

    /// <summary>The document cannot be shown as long as it has these problems.</summary>
    /// <param name="Slug">How the consultation is called.</param>
    /// <param name="Revision">Of the working copy.</param>
    /// <param name="Problems">As the strict reader says them.</param>
    public sealed record Stopped(string Slug, int Revision, IReadOnlyList<Problem> Problems) : PreviewFinding;
}
