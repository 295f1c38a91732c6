using System.Globalization;
using Participatie.Surveys.Language;
using Participatie.Web.Frame;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Information;

/// <summary><c>security.txt</c> (RFC 9116): where to report a weakness.</summary>
internal static class SecurityText
{
    private const int ValidDays = 180;

    public static void MapSecurityText(this IEndpointRouteBuilder app) =>
        app.MapGet(Addresses.SecurityText, (HttpContext context, HelpDesk desk, TimeProvider clock) =>
        {
            // A date in the past makes the file void, so it is never written down.
            var expires = clock.GetUtcNow().UtcDateTime.Date.AddDays(ValidDays)
                .ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            return TypedResults.Text(
                $"Contact: mailto:{desk.Mail}\nExpires: {expires}\nPreferred-Languages: nl, en\nCanonical: "
                    + $"{PublicAddress.Of(context)}{Addresses.SecurityText}\n");
        }).AnswersHead();
}
