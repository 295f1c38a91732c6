using System.Text;
using Participatie.Surveys.Storage.BulkReading;

namespace Participatie.Surveys.Reporting.Export.Columns;

/// <summary>The columns in front, the same in every export.</summary>
public static class FixedColumns
{
    private static readonly (string Name, string About, (string Value, string Meaning)[] Values)[] All =
    [
        ("antwoord", "Willekeurig nummer van deze antwoorden", []),
        ("versie", "Versie van de vragen", []),
        ("uur", "Uur van insturen (UTC)", []),
        ("kanaal", "Hoe iemand binnenkwam", [("open", "open link"), ("brief", "uitnodiging per brief"), ("papier", "formulier op papier")]),
        ("organisatie", "Namens een organisatie", [("0", "nee"), ("1", "ja")]),
        ("taal", "Taal van de pagina's", []),
        (
            "geholpen",
            "Of twee mensen samen invulden",
            [("nee", "niet gezegd"), ("helper", "een helper had het apparaat"), ("ja", "de inwoner had het apparaat en kreeg hulp")]),
    ];

    private static readonly byte[][] Channels = [.. All[3].Values.Select(channel => Encoding.UTF8.GetBytes(channel.Value))];

    private static readonly byte[][] HelpedValues = [.. All[6].Values.Select(helped => Encoding.UTF8.GetBytes(helped.Value))];

    public static IReadOnlyList<string> Names { get; } = [.. All.Select(column => column.Name)];

    public static string About(int column) => All[column].About;

    public static IReadOnlyList<(string Value, string Meaning)> Values(int column) => All[column].Values;

    public static ColumnType ColumnTypeOf(int column) => column switch
    {
        1 or 4 => ColumnType.Whole,
        2 => ColumnType.Hour,
        _ => ColumnType.Id,
    };

    public static void Write(in ResponseRow response, Cells cells)
    {
        Span<byte> id = stackalloc byte[32];
        Convert.TryToHexStringLower(response.Id, id, out var length);
        cells.Id(0, id[..length]);
        cells.Number(1, response.Version);
        cells.Hour(2, response.Hour);
        cells.Id(3, Channels[(int)response.Channel]);
        cells.Number(4, response.Organisation ? 1 : 0);
        cells.Id(5, response.Language);
        cells.Id(6, HelpedValues[(int)response.Helped]);
    }
}
