using System.Collections.Frozen;
using Microsoft.AspNetCore.Components;

namespace Participatie.Web.Frame;

/// <summary>An icon beside words, never instead of them: who has switched pictures off gets none.</summary>
public static class Picture
{
    // Whole elements: as components, or with their attributes one by one, six pictures would cost as much as the rest of a question.
    private static readonly FrozenDictionary<string, MarkupString> Drawn = BuiltAssets.Pictures.ToFrozenDictionary(
#pragma warning disable RS0030 // Paths of our own build, nothing of anybody else.
        picture => picture.Key, picture => new MarkupString(Draw(picture.Value)), StringComparer.Ordinal);
#pragma warning restore RS0030

    /// <summary>Nothing when there is no picture of that name: the words say it all.</summary>
    public static MarkupString? Of(string? name, ReadingSettings reading) =>
        reading.ShowsPictures && name is not null && Drawn.TryGetValue(name, out var picture) ? picture : null;

    // Size and line are attributes, so that it stays small and clear where the stylesheet did not arrive.
    private static string Draw(string path) =>
        $"""<svg class="picture" viewBox="0 0 24 24" width="28" height="28" fill="none" stroke="currentColor" aria-hidden="true"><path d="{path}" /></svg>""";
}
