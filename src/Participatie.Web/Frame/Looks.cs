using System.Collections.Frozen;
using System.Text.Json;

namespace Participatie.Web.Frame;

/// <summary>What the build of <c>Assets/</c> left for the site: the theme's class and the icons by name.</summary>
public static class Looks
{
    private static readonly Built Read = JsonSerializer.Deserialize<Built>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "looks.json")), JsonSerializerOptions.Web)!;

    private static readonly FrozenDictionary<string, string> Pictures = Read.Pictures.ToFrozenDictionary(StringComparer.Ordinal);

    public static string Theme => Read.Theme;

    /// <summary>The SVG path of an icon; null when the build knew no picture of that name.</summary>
    public static string? PathOf(string picture) => Pictures.GetValueOrDefault(picture);

    private sealed record Built(string Theme, Dictionary<string, string> Pictures);
}
