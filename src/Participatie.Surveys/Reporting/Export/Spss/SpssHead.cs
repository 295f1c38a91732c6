using System.Globalization;
using System.Text;

namespace Participatie.Surveys.Reporting.Export.Spss;

/// <summary>
/// Writes what stands before the rows of an SPSS system file, after the description in the developers' guide of GNU PSPP ("System File
/// Format").
/// </summary>
internal static class SpssHead
{
    public const int Missing = 255;
    public const double Bias = 100;

    /// <summary>No value at all; the lowest that still is one stands beside it.</summary>
    private const double NoValue = double.MinValue;
    private static readonly double Lowest = Math.BitIncrement(double.MinValue);

    private const int DocumentLine = 80;
    private const int FileLabel = 64;
    private const int Name = 8;
    private const int Unknown = -1;
    private const int Utf8 = 65001;

    // The columns of a data sheet: wider texts are read in a cell of their own.
    private const int WidestColumn = 40;
    private const int NumberColumn = 10;

    public static byte[] Of(SpssDictionary dictionary)
    {
        var layouts = SpssLayout.Of(dictionary.Variables);
        var records = new SpssRecords();
        Begin(records, dictionary, layouts);
        foreach (var layout in layouts)
        {
            Variable(records, layout);
        }

        foreach (var layout in layouts.Where(layout => layout.Variable.Values.Count > 0 || HasShortTextValues(layout.Variable)))
        {
            ValueLabels(records, layout);
        }

        Documents(records, dictionary.Documents);
        records.Extension(3, sizeof(int), new SpssRecords().Integers(1, 0, 0, Unknown, 1, 1, 2, Utf8).ToArray());
        records.Extension(4, sizeof(double), new SpssRecords().Numbers(NoValue, double.MaxValue, Lowest).ToArray());
        Sets(records, dictionary.Sets, layouts);
        records.Extension(11, sizeof(int), [.. layouts.SelectMany(Display)]);
        Lines(records, 13, layouts.Select(layout => $"{layout.ShortName}={layout.Variable.Name}"), "\t");
        Lines(
            records,
            14,
            layouts.Where(layout => layout.Segments.Count > 1)
                .Select(layout => string.Create(CultureInfo.InvariantCulture, $"{layout.ShortName}={layout.Variable.Width:D5}\0\t")),
            "");
        LongValueLabels(records, layouts);
        records.Extension(20, 1, "UTF-8"u8.ToArray());
        return records.Integers(999, 0).ToArray();
    }

    private static void Begin(SpssRecords records, SpssDictionary dictionary, IReadOnlyList<SpssLayout> layouts)
    {
        const int compressed = 1;
        const int unweighted = 0;
        var made = dictionary.Made.UtcDateTime;
        records.Text("$FL2", 4)
            .Text("@(#) SPSS DATA FILE Participatie", 60)
            .Integers(2, layouts.Sum(layout => layout.Elements), compressed, unweighted, checked((int)dictionary.Rows))
            .Numbers(Bias)
            .Text(made.ToString("dd MMM yy", CultureInfo.InvariantCulture), 9)
            .Text(made.ToString("HH:mm:ss", CultureInfo.InvariantCulture), 8)
            .Text(SpssText.Cut(dictionary.FileLabel, FileLabel), FileLabel)
            .Fill(3, 0);
    }

    private static void Variable(SpssRecords records, SpssLayout layout)
    {
        const int isVariable = 2;
        const int range = -2;
        for (var segment = 0; segment < layout.Segments.Count; segment++)
        {
            var width = layout.Segments[segment];
            var variable = layout.Variable;
            var label = segment == 0 ? Encoding.UTF8.GetBytes(SpssText.Cut(variable.Label, SpssVariable.LongestLabel)) : [];
            var format = (variable.IsText ? SpssPrintFormat.Text(width) : variable.Format).Code;
            records.Integers(isVariable, width, label.Length > 0 ? 1 : 0, variable.Missing is null ? 0 : range, format, format)
                .Text(layout.SegmentName(segment), Name);
            if (label.Length > 0)
            {
                records.Integers(label.Length).Raw(label).Fill(-label.Length & 3, 0);
            }

            if (variable.Missing is { } missing)
            {
                records.Numbers(missing.From, missing.To);
            }

            for (var element = 1; element < SpssLayout.ElementsOf(width); element++)
            {
                records.Integers(isVariable, -1, 0, 0, 0, 0).Fill(Name, (byte)' ');
            }
        }
    }

    private static bool HasShortTextValues(SpssVariable variable) => variable.TextValues.Count > 0 && variable.Width <= SpssLayout.Element;

    private static void ValueLabels(SpssRecords records, SpssLayout layout)
    {
        var variable = layout.Variable;
        records.Integers(3, variable.IsText ? variable.TextValues.Count : variable.Values.Count);
        foreach (var (value, meaning) in variable.Values)
        {
            records.Numbers(value);
            Meaning(meaning);
        }

        foreach (var (value, meaning) in variable.IsText ? variable.TextValues : [])
        {
            records.Text(value, SpssLayout.Element);
            Meaning(meaning);
        }

        records.Integers(4, 1, layout.Index);

        void Meaning(string meaning)
        {
            var label = Encoding.UTF8.GetBytes(SpssText.Cut(meaning, SpssVariable.LongestValueLabel));
            // Padded together with its length.
            records.Byte(label.Length).Raw(label).Fill(-(label.Length + 1) & 7, (byte)' ');
        }
    }

    private static void LongValueLabels(SpssRecords records, IReadOnlyList<SpssLayout> layouts)
    {
        var labelled = layouts.Select(layout => layout.Variable)
            .Where(variable => variable.TextValues.Count > 0 && !HasShortTextValues(variable)).ToList();
        if (labelled.Count == 0)
        {
            return;
        }

        var content = new SpssRecords();
        foreach (var variable in labelled)
        {
            content.Counted(variable.Name).Integers(variable.Width, variable.TextValues.Count);
            foreach (var (value, meaning) in variable.TextValues)
            {
                content.Integers(variable.Width).Text(value, variable.Width)
                    .Counted(SpssText.Cut(meaning, SpssVariable.LongestValueLabel));
            }
        }

        records.Extension(21, 1, content.ToArray());
    }

    private static void Documents(SpssRecords records, IReadOnlyList<string> documents)
    {
        var lines = documents.SelectMany(document => SpssText.Wrap(document, DocumentLine)).ToList();
        if (lines.Count == 0)
        {
            return;
        }

        records.Integers(6, lines.Count);
        foreach (var line in lines)
        {
            records.Text(line, DocumentLine);
        }
    }

    private static void Sets(SpssRecords records, IReadOnlyList<SpssSet> sets, IReadOnlyList<SpssLayout> layouts)
    {
        var shortNames = layouts.ToDictionary(
            layout => layout.Variable.Name, layout => layout.ShortName.ToLowerInvariant(), StringComparer.OrdinalIgnoreCase);
        Lines(
            records,
            7,
            sets.Select(set =>
            {
                var label = SpssText.Cut(set.Label, SpssVariable.LongestLabel);
                var members = string.Join(' ', set.Variables.Select(name => shortNames[name]));
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"{set.Name}=D{SpssSet.Counted.Length} {SpssSet.Counted} {Encoding.UTF8.GetByteCount(label)} {label} {members}\n");
            }),
            "");
    }

    private static IEnumerable<byte> Display(SpssLayout layout)
    {
        const int left = 0;
        const int right = 1;
        var variable = layout.Variable;
        return layout.Segments.SelectMany(width => new SpssRecords().Integers(
            (int)variable.Measure,
            variable.IsText ? Math.Min(width, WidestColumn) : Math.Max(NumberColumn, (int)variable.Format.Width),
            variable.IsText ? left : right).ToArray());
    }

    private static void Lines(SpssRecords records, int subtype, IEnumerable<string> lines, string between)
    {
        var text = string.Join(between, lines);
        if (text.Length > 0)
        {
            records.Extension(subtype, 1, Encoding.UTF8.GetBytes(text));
        }
    }
}
