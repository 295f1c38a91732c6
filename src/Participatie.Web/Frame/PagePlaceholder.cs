using System.Security.Cryptography;

namespace Participatie.Web.Frame;

/// <summary>
/// Stands in the HTML of a page where something of this one visit goes: what is around it can be the same for everybody, and kept.
/// <see cref="PageText"/> has them filled in.
/// </summary>
public static class PagePlaceholder
{
    /// <summary>Never sent and drawn anew by each process, so nothing that anybody writes holds it.</summary>
    internal static readonly string Sign = RandomNumberGenerator.GetHexString(32);

    /// <summary>The antiforgery token of a form.</summary>
    public static readonly string Token = Sign + "T";

    /// <summary>Tells this draft from another one on the same device; empty before there is one.</summary>
    public static readonly string DraftMark = Sign + "M";

    /// <summary>Where the rotating lists of a draft start that is not begun yet.</summary>
    public static readonly string Rotation = Sign + "R";

    /// <summary>Tells when the page was shown.</summary>
    public static readonly string Shown = Sign + "S";
}
