using System.Globalization;
using System.Text;
using Participatie.Surveys.Definition;

namespace Participatie.Surveys.Reporting.Export.Packing;

/// <summary>The first file of a package for others, in plain Dutch.</summary>
internal static class TablesReadme
{
    public static byte[] Of(ExportSource source, DateTimeOffset changed) => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"""
        # {source.Codebook.Title}

        {(source.Life.IsMadeUp ? "Dit is een proef of een voorbeeld. Geen mens gaf deze antwoorden.\n\n" : "")}In dit pakket staan de aantallen van de uitslag. Het zijn dezelfde aantallen als op de openbare uitslag.
        Een aantal veranderde voor het laatst op {Amsterdam.DayOf(changed):dd-MM-yyyy}.
        U mag dit pakket aan anderen geven. Er staat niets in over een mens.
        Een klein aantal is verborgen. Bij zo'n regel staat een code.

        ## Wat is wat?

        - {PackageNames.TableCsv}: alle aantallen. Hetzelfde staat in {PackageNames.TableJson}.
        - {PackageNames.CodebookCsv}: wat elk woord in de tabel betekent. Hetzelfde staat in {PackageNames.CodebookJson}.
        - {PackageNames.Released}: wat mensen schreven en wat openbaar is. U ziet bij welke vraag en in welke taal.
        - {PackageNames.Changes}: wat er veranderde en waarom.
        - {PackageNames.Decisions}: wat er met de antwoorden gebeurt.
        - {PackageNames.Manifest}: welke bestanden er zijn. Ook staat er hoe u ziet dat elk bestand heel is.

        """).ReplaceLineEndings("\r\n"));
}
