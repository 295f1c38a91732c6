using System.Globalization;
using System.Text.Json.Nodes;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Language;
using static Participatie.Surveys.Reporting.OpenData.DcatTerms;

namespace Participatie.Surveys.Reporting.OpenData;

/// <summary>The figures of one consultation as a dataset of DCAT-AP-NL, with a distribution for each form of the table.</summary>
/// <param name="publisher">Whose they are.</param>
/// <param name="pages">Where the pages of the consultation stand.</param>
internal sealed class DcatDataset(DcatPublisher publisher, DcatPages pages)
{
    public JsonObject Of(OpenDataset open)
    {
        var definition = open.Latest.Definition;
        var page = publisher.Site + pages.Landing(definition.Slug);
        var dataset = new JsonObject
        {
            ["@id"] = page + "#dataset",
            ["@type"] = "dcat:Dataset",
            ["dct:identifier"] = page,
            ["dct:title"] = InLanguages(definition.Title),
            ["dct:description"] = InLanguages(definition.About),
            ["dct:accessRights"] = Link(Public),
            ["dct:publisher"] = publisher.Agent(),
            ["dct:creator"] = publisher.Agent(),
            ["dcat:contactPoint"] = publisher.Contact(),
            ["dcat:theme"] = new JsonArray(Link(Government), Link(Society)),
            ["dcat:keyword"] = new JsonArray(InDutch("participatie"), InDutch("inwoners"), InDutch("uitslag")),
            ["dct:language"] = Link(Dutch),
            ["dct:accrualPeriodicity"] = Link(Irregular),
            ["dct:modified"] = Day(Amsterdam.DayOf(open.Changed)),
            ["dct:temporal"] = Period(open),
            ["dct:spatial"] = new JsonObject { ["@id"] = Area, ["@type"] = "dct:Location" },
            ["dcat:version"] = open.Latest.Number.ToString(CultureInfo.InvariantCulture),
            ["dcat:landingPage"] = Document(page),
            ["foaf:page"] = new JsonArray([.. pages.Explanations(definition.Slug).Select(file => Document(publisher.Site + file))]),
            ["dcat:distribution"] = new JsonArray([.. pages.Tables(definition.Slug).Select(file => Distribution(open, page, file))]),
        };
        if (open.Life.PublicEvents.FirstOrDefault(one => one.Step == LifeStep.Reported) is { } reported)
        {
            dataset["dct:issued"] = Day(Amsterdam.DayOf(reported.At));
        }

        var corrections = open.Life.PublicEvents.Where(one => one.Step == LifeStep.Corrected).ToList();
        if (corrections.Count > 0)
        {
            dataset["adms:versionNotes"] = new JsonArray([.. corrections.Select(one => InDutch(string.Create(
                CultureInfo.InvariantCulture, $"Versie {one.Version}, {Amsterdam.DayOf(one.At):yyyy-MM-dd}: {one.Reason}")))]);
        }

        return dataset;
    }

    private JsonObject Distribution(OpenDataset open, string page, DcatTable table) => new()
    {
        ["@id"] = publisher.Site + table.Address + "#distributie",
        ["@type"] = "dcat:Distribution",
        ["dct:title"] = InDutch(table.Title),
        ["dcat:accessURL"] = Link(page),
        ["dcat:downloadURL"] = Link(publisher.Site + table.Address),
        ["dcat:mediaType"] = Link(MediaType(table.MediaType)),
        ["dct:format"] = Link(FileType(table.FileType)),
        ["dct:license"] = Link(NoRights),
        ["dct:language"] = Link(Dutch),
        ["dct:modified"] = Day(Amsterdam.DayOf(open.Changed)),
    };

    private static JsonObject Period(OpenDataset open)
    {
        var period = new JsonObject
        {
            ["@type"] = "dct:PeriodOfTime",
            ["dcat:endDate"] = Day(
                open.Life.ClosedAt is { } closed ? Amsterdam.DayOf(closed.AddTicks(-1)) : open.Life.ClosesOn(open.Latest)),
        };
        if (open.Life.OpenedAt is { } opened)
        {
            period["dcat:startDate"] = Day(Amsterdam.DayOf(opened));
        }

        return period;
    }

    private static JsonObject Document(string address) => new() { ["@id"] = address, ["@type"] = "foaf:Document" };

    /// <summary>Not in easy Dutch: portals know one text for each language.</summary>
    private static JsonArray InLanguages(Text text) =>
    [
        .. text.LanguageTags.Where(tag => tag != Languages.EasyDutch).Order(StringComparer.Ordinal)
            .Select(tag => new JsonObject { ["@value"] = text.In(tag).Text, ["@language"] = tag }),
    ];
}

/// <summary>Where a consultation's pages and files stand, below the site.</summary>
/// <param name="Landing">The page with the files.</param>
/// <param name="Explanations">What explains them.</param>
/// <param name="Tables">The forms of the table.</param>
public sealed record DcatPages(
    Func<string, string> Landing, Func<string, IEnumerable<string>> Explanations, Func<string, IEnumerable<DcatTable>> Tables);

/// <param name="Address">Below the site.</param>
/// <param name="Title">In Dutch.</param>
/// <param name="MediaType">As IANA names it.</param>
/// <param name="FileType">As the list of file types of the European Union names it.</param>
public sealed record DcatTable(string Address, string Title, string MediaType, string FileType);
