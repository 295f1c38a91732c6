using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CsvHelper;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Analysis.Representation;

/// <summary>Why a file gives no figures.</summary>
public enum StatLineRefusal
{
    /// <summary>It is no text: a spreadsheet, a picture, a damaged file.</summary>
    NoText,

    /// <summary>It has no table with municipalities of Drenthe.</summary>
    NoTable,

    /// <summary>No column is about inhabitants.</summary>
    NoInhabitants,

    /// <summary>It does not say of which year, and nobody else did.</summary>
    NoYear,

    /// <summary>Not all twelve municipalities are in it.</summary>
    Incomplete,

    /// <summary>A municipality has two numbers: the table is split by something.</summary>
    TwoNumbers,

    /// <summary>What stands there is no number of people.</summary>
    NoNumber,
}

/// <param name="Figures">Null when it was refused.</param>
/// <param name="Refusal">Null when it was not.</param>
/// <param name="Municipalities">Their ids, where the refusal is about some.</param>
public sealed record StatLineFinding(InhabitantFigures? Figures, StatLineRefusal? Refusal, IReadOnlyList<string> Municipalities);

/// <summary>
/// Reads a CSV file as CBS StatLine gives it: semicolons, everything in quotes, one row of headings, and often a title above and a source
/// below the table. Columns are found by what stands in them, because each table orders them otherwise: municipalities by name or code
/// (GM0106), periods as "2024", "2024*" or "2024JJ00". Of several years the last one that is complete counts; of columns that split people
/// up, the rows called "Totaal".
/// </summary>
public static partial class StatLineFile
{
    /// <summary>A table of all municipalities and twenty years is a tenth of it.</summary>
    public const int MostBytes = 2 * 1024 * 1024;

    private const long FewestPeople = 1_000;
    private const long MostPeople = 1_000_000;

    private static readonly Dictionary<string, string> Codes = new(StringComparer.Ordinal)
    {
        ["GM1680"] = "aa-en-hunze",
        ["GM0106"] = "assen",
        ["GM1681"] = "borger-odoorn",
        ["GM0109"] = "coevorden",
        ["GM1690"] = "de-wolden",
        ["GM0114"] = "emmen",
        ["GM0118"] = "hoogeveen",
        ["GM0119"] = "meppel",
        ["GM1731"] = "midden-drenthe",
        ["GM1699"] = "noordenveld",
        ["GM1730"] = "tynaarlo",
        ["GM1701"] = "westerveld",
    };

    /// <param name="bytes">Of the file.</param>
    /// <param name="year">Of the figures when the file does not say so.</param>
    /// <param name="source">Who says so.</param>
    public static StatLineFinding Read(ReadOnlySpan<byte> bytes, int? year, string source)
    {
        if (TextOf(bytes) is not { } text)
            return Refused(StatLineRefusal.NoText);
        var rows = Rows(text);
        var data = rows.Where(row => Array.Exists(row, cell => MunicipalityOf(cell) is not null)).ToList();
        var width = data.GroupBy(row => row.Length).MaxBy(group => group.Count())?.Key ?? 0;
        if (width < 2)
            return Refused(StatLineRefusal.NoTable);
        data = data.FindAll(row => row.Length == width);
        var headings = rows.First(row => row.Length == width);
        var places = Enumerable.Range(0, width).MaxBy(at => data.Count(row => MunicipalityOf(row[at]) is not null));
        var periods = Array.FindIndex(headings, IsPeriod);
        var people = PeopleIn(headings, places);
        if (ReferenceEquals(headings, data[0]) || people < 0)
            return Refused(StatLineRefusal.NoInhabitants);
        for (var at = 0; at < width; at++)
        {
            if (at != places && at != periods && at != people && data.Exists(row => IsTotal(row[at])))
                data = data.FindAll(row => IsTotal(row[at]));
        }

        var years = data.Select(row => periods < 0 ? year : YearIn(row[periods])).ToList();
        return years.Contains(null)
            ? Refused(StatLineRefusal.NoYear)
            : data.Zip(years, (row, of) => (Year: of!.Value, Municipality: MunicipalityOf(row[places]), Number: row[people]))
                .Where(cell => cell.Municipality is not null)
                .GroupBy(cell => cell.Year)
                .OrderByDescending(group => group.Select(cell => cell.Municipality).Distinct(StringComparer.Ordinal).Count())
                .ThenByDescending(group => group.Key)
                .Select(group => Of(group.Key, source, [.. group.Select(cell => (cell.Municipality!, cell.Number))]))
                .First();
    }

    private static StatLineFinding Of(int year, string source, List<(string Municipality, string Number)> cells)
    {
        var ids = PlaceQuestion.Municipalities.Select(place => place.Id).ToList();
        if (ids.Except(cells.Select(cell => cell.Municipality), StringComparer.Ordinal).ToList() is { Count: > 0 } missing)
            return Refused(StatLineRefusal.Incomplete, missing);
        var numbers = cells.Distinct().ToLookup(cell => cell.Municipality, cell => cell.Number, StringComparer.Ordinal);
        if (ids.Where(id => numbers[id].Count() > 1).ToList() is { Count: > 0 } twice)
            return Refused(StatLineRefusal.TwoNumbers, twice);
        var read = ids.ToDictionary(id => id, id => NumberIn(numbers[id].Single()), StringComparer.Ordinal);
        return ids.Where(id => read[id] is null or < FewestPeople or > MostPeople).ToList() is { Count: > 0 } wrong
            ? Refused(StatLineRefusal.NoNumber, wrong)
            : new StatLineFinding(
                new InhabitantFigures
                {
                    Year = year,
                    Source = source,
                    Inhabitants = read.ToDictionary(one => one.Key, one => one.Value!.Value, StringComparer.Ordinal),
                },
                null,
                []);
    }

    private static StatLineFinding Refused(StatLineRefusal refusal, IReadOnlyList<string>? municipalities = null) =>
        new(null, refusal, municipalities ?? []);

    /// <summary>
    /// UTF-8, what some programs mark as UTF-16, or the older letters of Windows: no name that matters has more than ASCII.
    /// </summary>
    private static string? TextOf(ReadOnlySpan<byte> bytes)
    {
        var text = bytes switch
        {
            [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes),
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes),
            _ when System.Text.Unicode.Utf8.IsValid(bytes) => Encoding.UTF8.GetString(bytes),
            _ => Encoding.Latin1.GetString(bytes),
        };
        return text.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t') && letter < '\u0080')
            ? null
            : text.TrimStart('\uFEFF');
    }

    private static List<string[]> Rows(string text)
    {
        // A title is a row of one cell; a stray quote is read as it stands.
        using var reader = CsvReader.FromText(text, CsvReaderOptions.Default with { Separator = ';', HasHeader = false });
        var rows = new List<string[]>();
        while (reader.Read())
        {
            var cells = new string[reader.FieldCount];
            for (var at = 0; at < cells.Length; at++)
            {
                cells[at] = reader.GetString(at).Trim();
            }

            rows.Add(cells);
        }

        return rows;
    }

    private static string? MunicipalityOf(string cell)
    {
        if (Codes.TryGetValue(cell.Trim(), out var byCode))
            return byCode;
        var name = cell.Replace("(gemeente)", "", StringComparison.OrdinalIgnoreCase).Trim().ToLowerInvariant().Replace(' ', '-');
        return PlaceQuestion.Municipalities.FirstOrDefault(place => place.Id == name)?.Id;
    }

    private static bool IsPeriod(string heading) =>
        heading.StartsWith("period", StringComparison.OrdinalIgnoreCase) || heading.Equals("jaar", StringComparison.OrdinalIgnoreCase);

    /// <returns>The column with all inhabitants; -1 when there is none.</returns>
    private static int PeopleIn(string[] headings, int places)
    {
        var found = headings.Index()
            .Where(heading => heading.Index != places && (Has(heading.Item, "bevolking") || Has(heading.Item, "inwoner"))).ToList();
        return found.Count == 0
            ? -1
            : found.OrderByDescending(heading => Has(heading.Item, "totale bevolking") || Has(heading.Item, "totaal"))
                .ThenByDescending(heading => Has(heading.Item, "1 januari") || Has(heading.Item, "begin")).First().Index;

        static bool Has(string heading, string word) =>
            heading.Replace("TotaleBevolking", "totale bevolking", StringComparison.Ordinal)
                .Contains(word, StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsTotal(string cell) => cell.StartsWith("totaal", StringComparison.OrdinalIgnoreCase);

    private static int? YearIn(string period) =>
        YearPattern().Match(period) is { Success: true } found ? int.Parse(found.Value, CultureInfo.InvariantCulture) : null;

    private static long? NumberIn(string cell)
    {
        var digits = Grouped().IsMatch(cell) ? string.Concat(cell.Where(char.IsAsciiDigit)) : cell;
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    [GeneratedRegex(@"(?<!\d)(19|20)\d{2}(?!\d)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex YearPattern();

    [GeneratedRegex(@"^\d{1,3}([. ]\d{3})+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Grouped();
}
