using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Answering.Paper;

/// <summary>Where the same questions are online.</summary>
/// <param name="ToScan">Whole, and opens in the language of the form.</param>
/// <param name="ToType">As short as it can be typed; a form in Dutch needs no language in it.</param>
public sealed record OnlineAddress(string ToScan, string ToType)
{
    public static OnlineAddress Of(HttpContext context, string slug, string language)
    {
        var address = PublicAddress.Of(context) + Addresses.Consultation(slug);
        var inLanguage = "?taal=" + language;
        return new OnlineAddress(address + inLanguage, PublicAddress.ToType(address) + (language == Languages.Dutch ? "" : inLanguage));
    }
}
