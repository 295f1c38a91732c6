using System.Text.Json;
using Participatie.Surveys.Language;

namespace Participatie.Web.Frame;

/// <summary>What the build of <c>Assets/</c> left for the site: the theme's class and the icons by name.</summary>
public static class BuiltAssets
{
    private static readonly Built Read = JsonSerializer.Deserialize<Built>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "looks.json")), JsonSerializerOptions.Web)!;

    public static string Theme => Read.Theme;

    /// <summary>A few words drawn in the font for easier reading.</summary>
    public static Drawing EasyLetters => Read.EasyLetters;

    /// <summary>The SVG path of each icon, by name.</summary>
    public static IReadOnlyDictionary<string, string> Pictures => Read.Pictures;

    /// <param name="Words">What is drawn.</param>
    /// <param name="Box">The drawing's <c>viewBox</c>.</param>
    /// <param name="Path">One SVG path.</param>
    public sealed record Drawing(string Words, string Box, string Path);

    private sealed record Built(string Theme, Dictionary<string, string> Pictures, Drawing EasyLetters);
}
