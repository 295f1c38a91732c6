using System.Text.Json.Nodes;

namespace Participatie.Surveys.Reporting.OpenData;

/// <summary>Who publishes the figures, where, and whom to ask about them.</summary>
/// <param name="Site">Where the site is found, without a slash at the end.</param>
/// <param name="Id">In the government's list of organisations (TOOI).</param>
/// <param name="Name">In Dutch.</param>
/// <param name="Mail">Of a desk, never of a person.</param>
/// <param name="HelpPage">Below the site.</param>
public sealed record DcatPublisher(string Site, string Id, string Name, string Mail, string HelpPage)
{
    internal JsonObject Agent() => new()
    {
        ["@id"] = Id,
        ["@type"] = "foaf:Agent",
        ["foaf:name"] = DcatTerms.InDutch(Name),
        ["dct:type"] = DcatTerms.Link(DcatTerms.LocalAuthority),
    };

    internal JsonObject Contact() => new()
    {
        ["@type"] = "vcard:Kind",
        ["vcard:fn"] = DcatTerms.InDutch(Name),
        ["vcard:hasEmail"] = DcatTerms.Link("mailto:" + Mail),
        ["vcard:hasURL"] = DcatTerms.Link(Site + HelpPage),
    };
}
