using Participatie.Surveys.Definition;

namespace Participatie.Web.Pages.Answering.Paper;

/// <summary>Where the same questions are online, on the host under which the visitor reached us.</summary>
/// <param name="ToScan">Whole, and opens in the language of the form.</param>
/// <param name="ToType">As short as it can be typed; a form in Dutch needs no language in it.</param>
public sealed record OnlineAddress(string ToScan, string ToType)
{
    public static OnlineAddress Of(HttpRequest request, string slug, string language)
    {
        var host = request.Host.ToUriComponent();
        var path = request.PathBase.ToUriComponent() + Addresses.Consultation(slug);
        var inLanguage = "?taal=" + language;
        return new OnlineAddress($"{request.Scheme}://{host}{path}{inLanguage}", host + path + (language == Languages.Dutch ? "" : inLanguage));
    }
}
