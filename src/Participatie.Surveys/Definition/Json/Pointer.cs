using System.Globalization;

namespace Participatie.Surveys.Definition.Json;

/// <summary>JSON pointers (RFC 6901).</summary>
internal static class Pointer
{
    public static string To(string at, string member) =>
        $"{at}/{member.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    public static string To(string at, int index) => string.Create(CultureInfo.InvariantCulture, $"{at}/{index}");
}
