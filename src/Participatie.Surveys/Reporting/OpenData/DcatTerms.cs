using System.Text.Json.Nodes;

namespace Participatie.Surveys.Reporting.OpenData;

/// <summary>The vocabularies of DCAT-AP-NL 3.0, and the values out of its lists that hold for every consultation.</summary>
internal static class DcatTerms
{
    public const string Public = Authority + "access-right/PUBLIC";
    public const string Dutch = Authority + "language/NLD";
    public const string Government = Authority + "data-theme/GOVE";
    public const string Society = Authority + "data-theme/SOCI";
    public const string Irregular = Authority + "frequency/IRREG";
    public const string NoRights = Authority + "licence/CC0";
    /// <summary>Drenthe, in the European list of regions.</summary>
    public const string Area = "http://data.europa.eu/nuts/code/NL13";

    public const string LocalAuthority = "http://purl.org/adms/publishertype/LocalAuthority";

    private const string Authority = "http://publications.europa.eu/resource/authority/";

    /// <summary>Written out: who reads the file needs no other one.</summary>
    public static JsonObject Context() => new()
    {
        ["adms"] = "http://www.w3.org/ns/adms#",
        ["dcat"] = "http://www.w3.org/ns/dcat#",
        ["dct"] = "http://purl.org/dc/terms/",
        ["foaf"] = "http://xmlns.com/foaf/0.1/",
        ["hydra"] = "http://www.w3.org/ns/hydra/core#",
        ["vcard"] = "http://www.w3.org/2006/vcard/ns#",
        ["xsd"] = "http://www.w3.org/2001/XMLSchema#",
    };

    public static string FileType(string name) => Authority + "file-type/" + name;

    public static string MediaType(string name) => "https://www.iana.org/assignments/media-types/" + name;

    public static JsonObject Link(string address) => new() { ["@id"] = address };

    public static JsonObject Day(DateOnly day) => new()
    {
        ["@value"] = day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        ["@type"] = "xsd:date",
    };

    public static JsonObject InDutch(string words) => new() { ["@value"] = words, ["@language"] = "nl" };
}
