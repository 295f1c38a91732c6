using Participatie.Surveys.Language;

namespace Participatie.Tests.PlainLanguage;

/// <summary>Texts that stay as they are, each with the reason.</summary>
internal static class KnownExceptions
{
    public const string Plain = "src/Participatie.Surveys/Language/Words/nl.json";
    public const string Easy = "src/Participatie.Surveys/Language/Words/nl-simple.json";

    private const string Heading = "a heading that the accessibility statement of the government must have, word for word";

    public static readonly IReadOnlyList<(string File, string At, string Reason)> All =
    [
        (Plain, "/frame.name", "the name of this site"),
        (Plain, "/access.ground.heading", Heading),
        (Languages.EasyDutch, "/frame.name", "the name of this site"),
        (Languages.EasyDutch, "/access.status.heading", Heading),
        (Languages.EasyDutch, "/access.complianceC.heading", Heading),
        (Languages.EasyDutch, "/access.complianceD.heading", Heading),
        (Languages.EasyDutch, "/access.complianceA.heading", Heading),
        (Languages.EasyDutch, "/access.complianceB.heading", Heading),
        (Languages.EasyDutch, "/access.complianceOld.heading", Heading),
        (Languages.EasyDutch, "/access.complianceMissing.heading", Heading),
        (Languages.EasyDutch, "/access.approved.heading", Heading),
        (Languages.EasyDutch, "/access.grounded.heading", Heading),
        (Plain, "/access.grounded.heading", Heading),
        (Languages.EasyDutch, "/access.approval.heading", Heading),
        (Languages.EasyDutch, "/access.feedback.heading", Heading),
        (Languages.EasyDutch, "/access.ground.heading", Heading),
        (Languages.EasyDutch, "/access.statuses.heading", Heading),
        ("src/Participatie.Web/Content/themas.json", "/also/5/text/nl-simple", "BOKD is the name of a partner of the province"),
    ];

    public static bool Allow(string file, string at) => All.Any(exception => exception.File == file && exception.At == at);
}
