using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Participatie.Surveys.Definition.Json;

/// <summary>JSON pointers (RFC 6901).</summary>
[SuppressMessage("Naming", "CA1720", Justification = "The standard's own word.")]
public static class Pointer
{
    public static string To(string at, string member) =>
        $"{at}/{member.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    public static string To(string at, int index) => string.Create(CultureInfo.InvariantCulture, $"{at}/{index}");

    /// <summary>The names and places that it goes along; none of the whole document.</summary>
    public static IReadOnlyList<string> Parts(string at) =>
        [.. at.Split('/').Skip(1).Select(part => part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))];

    /// <summary>Where the element stands in which this one is; null of the whole document.</summary>
    public static string? Above(string at) => at.LastIndexOf('/') is >= 0 and var end ? at[..end] : null;
}
