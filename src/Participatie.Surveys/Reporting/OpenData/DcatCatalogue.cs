using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Participatie.Surveys.Definition;
using static Participatie.Surveys.Reporting.OpenData.DcatTerms;

namespace Participatie.Surveys.Reporting.OpenData;

/// <summary>
/// What portals harvest: the catalogue of all figures after DCAT-AP-NL 3.0, as JSON-LD. Many datasets are told on several pages, as
/// harvesters know them (Hydra).
/// </summary>
/// <param name="publisher">Whose they are.</param>
/// <param name="pages">Where the pages of a consultation stand.</param>
public sealed class DcatCatalogue(DcatPublisher publisher, DcatPages pages)
{
    public const int PerPage = 100;

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly DcatDataset _datasets = new(publisher, pages);

    public static int PagesOf(int count) => Math.Max(1, (count + PerPage - 1) / PerPage);

    /// <param name="all">The newest figures first.</param>
    /// <param name="number">Of the page, from 1.</param>
    /// <param name="homepage">The page of the catalogue for people.</param>
    /// <param name="addressOf">Of each page of the file.</param>
    public byte[] Write(IReadOnlyList<OpenDataset> all, int number, string homepage, Func<int, string> addressOf)
    {
        var count = PagesOf(all.Count);
        var catalogue = new JsonObject
        {
            ["@context"] = Context(),
            ["@id"] = publisher.Site + homepage + "#catalogus",
            ["@type"] = "dcat:Catalog",
            ["dct:title"] = InDutch($"Wat inwoners zeiden: cijfers van {publisher.Name}"),
            ["dct:description"] = InDutch(
                "De uitslagen van vragen aan inwoners: per vraag hoeveel mensen wat antwoordden, met de precieze woorden van elke vraag, "
                + "wat er veranderde en wat er met de antwoorden wordt gedaan. Nooit antwoorden van één mens."),
            ["dct:publisher"] = publisher.Agent(),
            ["dct:creator"] = publisher.Agent(),
            ["dcat:contactPoint"] = publisher.Contact(),
            ["dct:license"] = Link(NoRights),
            ["dct:language"] = Link(Dutch),
            ["foaf:homepage"] = Link(publisher.Site + homepage),
            ["dcat:dataset"] = new JsonArray([.. all.Skip((number - 1) * PerPage).Take(PerPage).Select(_datasets.Of)]),
        };
        if (all.Count > 0)
        {
            catalogue["dct:modified"] = Day(Amsterdam.DayOf(all.Max(open => open.Changed)));
        }

        if (count > 1)
        {
            var view = new JsonObject
            {
                ["@id"] = publisher.Site + addressOf(number),
                ["@type"] = "hydra:PartialCollectionView",
                ["hydra:first"] = Link(publisher.Site + addressOf(1)),
                ["hydra:last"] = Link(publisher.Site + addressOf(count)),
            };
            if (number > 1)
            {
                view["hydra:previous"] = Link(publisher.Site + addressOf(number - 1));
            }

            if (number < count)
            {
                view["hydra:next"] = Link(publisher.Site + addressOf(number + 1));
            }

            catalogue["hydra:totalItems"] = all.Count;
            catalogue["hydra:view"] = view;
        }

        return JsonSerializer.SerializeToUtf8Bytes(catalogue, Readable);
    }

    /// <summary>One dataset by itself.</summary>
    public byte[] Write(OpenDataset open)
    {
        var dataset = _datasets.Of(open);
        dataset.Insert(0, "@context", Context());
        return JsonSerializer.SerializeToUtf8Bytes(dataset, Readable);
    }
}
