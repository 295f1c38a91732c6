namespace Participatie.Web.Frame;

/// <summary>One thing that a reader can set. The first value is what holds when nothing was chosen.</summary>
/// <param name="Name">In the attribute of <c>html</c> that the stylesheet looks at, and in the keys of the words.</param>
/// <param name="Field">In the form; its first letter stands in the cookie.</param>
/// <param name="Values">The cookie holds the place in this list: a new value goes at its end.</param>
public sealed record ReadingSetting(string Name, string Field, IReadOnlyList<string> Values)
{
    public const string Off = "off";

    public static readonly ReadingSetting Size = new("size", "grootte", ["normal", "large", "larger", "largest"]);
    public static readonly ReadingSetting Spacing = new("spacing", "ruimte", ["normal", "wide"]);
    public static readonly ReadingSetting Contrast = new("contrast", "contrast", ["device", "light", "high", "dark"]);
    public static readonly ReadingSetting Pictures = new("pictures", "plaatjes", ["on", Off]);
    public static readonly ReadingSetting Font = new("font", "letters", ["normal", "easy"]);

    /// <summary>In the order of the cookie, which is that of the form.</summary>
    public static readonly IReadOnlyList<ReadingSetting> All = [Size, Spacing, Contrast, Pictures, Font];
}
