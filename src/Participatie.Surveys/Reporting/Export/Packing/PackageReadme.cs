using System.Globalization;
using System.Text;
using Participatie.Surveys.Definition;

namespace Participatie.Surveys.Reporting.Export.Packing;

/// <summary>The first file of a package: what is in it and how to read it, in plain Dutch.</summary>
internal static class PackageReadme
{
    public static byte[] Of(ExportSource source)
    {
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"""
            # {source.Codebook.Title}

            {source.Life switch
            {
                { IsTrial: true } => "Dit is een proef. Geen mens gaf deze antwoorden.\n\n",
                { IsSample: true } => "Dit is een voorbeeld. Het zegt niets over wat mensen willen.\n\n",
                _ => "",
            }}In dit pakket staan de antwoorden op de vragen. Het pakket is van {Amsterdam.DayOf(source.Made):dd-MM-yyyy}.
            U koos deze antwoorden: {source.Request.Filters}.
            U gebruikt het hiervoor: {source.Request.Purpose}

            Bewaar dit pakket veilig. Wis het als u klaar bent. Mensen kunnen hun antwoord later nog intrekken. Haal daarom elke keer een nieuw pakket.

            ## Wat is wat?

            - {PackageNames.Wide}: een regel voor elk ingestuurd antwoord.
            - {PackageNames.Long}: een regel voor elk deel van een vraag. Het nummer in de kolom antwoord is hetzelfde.
            - {PackageNames.CodebookCsv}: wat elke kolom en elke code betekent. Hetzelfde staat in {PackageNames.CodebookJson} en in {PackageNames.CodebookDdi}.
            - {PackageNames.Schema}: hoe het bestand met JSON in elkaar zit. Dat bestand haalt u apart. Dit staat ook op de site, op /raadpleging/{source.Request.Slug}/gegevens/{PackageNames.Schema}.
            - De map versies: alle vragen zoals mensen ze zagen.
            - {PackageNames.Changes}: wat er veranderde en waarom.
            - {PackageNames.Ranking}: wat volgt uit de volgorde die mensen kozen. Dit bestand is er alleen als zo'n vraag er was.
            - {PackageNames.Manifest}: hoeveel regels er zijn. Ook staat er hoe u ziet dat elk bestand heel is.

            ## Codes

            Elke keuze heeft een code. Die code verandert nooit, ook niet in een later pakket.
            Deze codes zijn er ook:

            - -99: overgeslagen.
            - -98: niet gezien.
            - -97: weet ik niet.
            - -96: zeg ik liever niet.
            - -95: bestond niet in deze versie.
            - -94: niet op een plaats gezet.

            Soms kan een echt antwoord zo laag zijn. Dan staan er meer negens voor, bijvoorbeeld -999. Kijk in het codeboek.

            ## Let op in Excel

            Iemand kan iets schrijven dat op een formule lijkt. Daarom staat er soms een ' voor zo'n tekst.
            {(source.Request.Semicolons
                ? "Tussen de cellen staat een puntkomma. In getallen staat een komma."
                : "Tussen de cellen staat een komma. In getallen staat een punt.")}
            Is een bestand te groot? Dan gaat het verder in een volgend bestand, met -2 in de naam.
            """);
        return Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n") + "\r\n");
    }
}
