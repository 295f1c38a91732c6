using System.Globalization;
using System.Text;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;
using Participatie.Surveys.Reporting.Export.Columns;

namespace Participatie.Surveys.Reporting.Export.Spss;

/// <summary>
/// The variables of an export. A text cannot hold a number beside it, so why there is none, and whether it was cut, stands in a variable of
/// its own behind it.
/// </summary>
internal sealed class SpssPlan
{
    /// <summary>In bytes, of what somebody typed: SPSS takes more, and reads it slowly.</summary>
    public const int LongestText = 2000;

    public const int Written = 1;
    public const int WrittenAndCut = 2;

    /// <summary>Letters with accents take two bytes and an emoji four; what is longer still is cut, and said to be.</summary>
    private const int BytesOfCharacter = 4;

    private const int ResponseId = 32;

    private readonly ExportSource _source;
    private readonly List<SpssVariable> _variables = [];
    private readonly List<string> _wordings = [];

    /// <param name="source">What is exported.</param>
    /// <param name="rows">How many rows the file will have.</param>
    public SpssPlan(ExportSource source, long rows)
    {
        _source = source;
        var columns = source.Plan.Columns;
        var codes = CodeColumns.Of(source.Plan);
        var widths = new int[columns.Count];
        for (var column = 0; column < columns.Count; column++)
        {
            var asked = AskedColumn.Of(source.Plan, columns[column]);
            var variable = VariableOf(columns[column], source.Codebook.Columns[column], asked);
            _variables.Add(variable);
            widths[column] = variable.Width;
            AddWordings(variable.Name, asked);
            if (columns[column].Type == ColumnType.Text)
            {
                _variables.Add(CodeOf(codes[column], variable, columns[column].Group!, source.Codebook.Columns[column]));
            }
        }

        Widths = widths;
        Types = [.. columns.Select(column => column.Type)];
        Dictionary = new SpssDictionary
        {
            FileLabel = source.Codebook.Title,
            Made = source.Made,
            Variables = _variables,
            Rows = rows,
            Sets = [.. source.Plan.Groups.Select(SetOf).OfType<SpssSet>()],
            Documents = [.. About(), .. _wordings],
        };
    }

    public SpssDictionary Dictionary { get; }

    /// <summary>Of each column of the export: 0 for a number.</summary>
    public IReadOnlyList<int> Widths { get; }

    public IReadOnlyList<ColumnType> Types { get; }

    private SpssVariable VariableOf(ExportColumn column, CodebookColumn explained, IReadOnlyList<AskedColumn> asked)
    {
        var label = asked is [.., var newest]
            ? SpssText.Cut(newest.Question.Text.Dutch, newest.About, SpssVariable.LongestLabel)
            : explained.Versions.Last(version => version.IsAsked).Text;
        var variable = new SpssVariable { Name = column.Name, Label = label };
        var codes = column.Group?.Codes;
        return column.Type switch
        {
            ColumnType.Text => variable with { Width = WidthOf(asked) },
            ColumnType.Id => variable with { Width = WidthOf(column), TextValues = TextValues(explained) },
            ColumnType.Hour => variable with { Format = SpssPrintFormat.Moment, Measure = SpssMeasure.Scale },
            _ => variable with
            {
                Values = Numbers(explained),
                Format = column.Type == ColumnType.Fractional ? SpssPrintFormat.Number(NumberQuestion.MostDecimals) : SpssPrintFormat.Whole,
                Measure = column.Type == ColumnType.Code
                    ? asked[^1].Question.IsOrdinal ? SpssMeasure.Ordinal : SpssMeasure.Nominal
                    : column.Group is null ? SpssMeasure.Nominal : SpssMeasure.Scale,
                Missing = codes is null ? null : RangeOf(codes),
            },
        };
    }

    private static SpssVariable CodeOf(string name, SpssVariable text, ColumnGroup group, CodebookColumn explained) => new()
    {
        Name = name,
        Label = SpssText.Cut($"{text.Label}", ": of er iets staat", SpssVariable.LongestLabel),
        Values =
        [
            .. Numbers(explained),
            (Written, "er staat een tekst"),
            (WrittenAndCut, string.Create(
                CultureInfo.InvariantCulture, $"de tekst is na {text.Width} bytes afgekapt: hij staat heel in de CSV")),
        ],
        Missing = RangeOf(group.Codes),
    };

    private static (double, double) RangeOf(MissingCodes codes) => (codes[MissingCode.Skipped], codes[MissingCode.NotPlaced]);

    /// <summary>What the codebook explains and is a number; of a meaning that changed the newest.</summary>
    private static IReadOnlyList<(double Value, string Meaning)> Numbers(CodebookColumn explained) =>
    [
        .. Newest(explained)
            .Select(value => (
                IsNumber: long.TryParse(value.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number),
                number,
                value.Meaning))
            .Where(value => value.IsNumber).OrderBy(value => value.number)
            .Select(value => ((double)value.number, value.Meaning)),
    ];

    private static IReadOnlyList<(string Value, string Meaning)> TextValues(CodebookColumn explained) =>
        [.. Newest(explained).Select(value => (value.Value, value.Meaning))];

    private static IEnumerable<CodebookValue> Newest(CodebookColumn explained) =>
        explained.Versions.Reverse().SelectMany(version => version.Values).DistinctBy(value => value.Value);

    private static int WidthOf(IReadOnlyList<AskedColumn> asked) =>
        Math.Min(LongestText, AskedColumn.LongestText(asked) * BytesOfCharacter);

    /// <summary>Of our own words.</summary>
    private int WidthOf(ExportColumn column)
    {
        if (column is { Group: { } group, Part: null })
        {
            // The order of all choices of a version, with bars between.
            return Math.Max(SpssLayout.Element, _source.Versions.Max(version =>
                ExportPlan.Asked(version, group) is { } question ? question.LastingChoices.Sum(choice => choice.Id.Length + 1) : 0));
        }

        return column.Group is null && column.Name == FixedColumns.Names[0]
            ? ResponseId
            : Math.Max(SpssLayout.Element, _source.Versions.Max(version => version.Definition.Languages.Max(tag => tag.Length)));
    }

    private SpssSet? SetOf(ColumnGroup group)
    {
        var asked = _source.Versions.Select(version => ExportPlan.Asked(version, group)).OfType<Question>().Last();
        List<string> members = [.. group.Names.Where((_, part) => group.Types[part] == ColumnType.Code)];
        return asked.TakesSeveral && members.Count > 1
            ? new SpssSet("$" + SpssText.Cut(asked.Id.Replace('-', '_'), SpssVariable.LongestName - 1), asked.Text.Dutch, members)
            : null;
    }

    private IEnumerable<string> About()
    {
        yield return $"Antwoorden op de raadpleging '{_source.Codebook.Title}' ({_source.Request.Slug}), gemaakt op "
            + string.Create(CultureInfo.InvariantCulture, $"{_source.Made.UtcDateTime:yyyy-MM-dd HH:mm} UTC.");
        yield return "Ingestuurd en niet ingetrokken, ook als ze nog niet geteld zijn. Keuze uit de antwoorden: "
            + $"{_source.Request.Filters}.";
        yield return "Is een rij helemaal leeg? Dan is dat antwoord ingetrokken terwijl dit bestand werd gemaakt, of het was niet meer te "
            + "lezen. Zegt uw programma dat het bestand niet heel is? Haal het dan opnieuw.";
        if (_variables.Any(variable => variable.Width > SpssLayout.LongestSegment))
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"Van wat mensen schreven staan hier hooguit de eerste {LongestText} bytes. Wie meer schreef, heeft een {WrittenAndCut} ")
                + "in de variabele daarachter (die op _code eindigt); de hele tekst staat in het CSV-bestand.";
        }
    }

    /// <summary>What a label has no room for: words that were cut, and words of earlier versions.</summary>
    private void AddWordings(string name, IReadOnlyList<AskedColumn> asked)
    {
        var different = asked.DistinctBy(version => version.Text).ToList();
        if (different.Count > 1 || different.Exists(version => Encoding.UTF8.GetByteCount(version.Text) > SpssVariable.LongestLabel))
        {
            _wordings.AddRange(different.Select(version => string.Create(
                CultureInfo.InvariantCulture, $"{name}, versie {version.Number}: {version.Text}")));
        }
    }
}
