using System.Globalization;

namespace Participatie.Surveys.Reporting.Export.Packing;

/// <summary>What the files in a package are called.</summary>
internal static class PackageNames
{
    public const string Readme = "LEESMIJ.txt";
    public const string Wide = "antwoorden-breed.csv";
    public const string Long = "antwoorden-lang.csv";
    public const string CodebookCsv = "codeboek.csv";
    public const string CodebookJson = "codeboek.json";
    public const string CodebookDdi = "codeboek.ddi.xml";
    public const string Changes = "wijzigingen.csv";
    public const string Ranking = "rangorde.csv";
    public const string TableCsv = "uitslag.csv";
    public const string TableJson = "uitslag.json";
    public const string Released = "open-antwoorden.csv";
    public const string Decisions = "besluiten.csv";
    public const string Schema = "antwoorden.schema.json";
    public const string Manifest = "manifest.json";

    public static string Version(int number) => string.Create(CultureInfo.InvariantCulture, $"versies/versie-{number}.json");
}
