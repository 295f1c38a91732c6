namespace Participatie.Surveys.Reporting.Export.Spss;

/// <summary>How SPSS may calculate with a variable; the numbers are those of the file.</summary>
public enum SpssMeasure
{
    Nominal = 1,
    Ordinal = 2,
    Scale = 3,
}

/// <summary>One column of an SPSS file.</summary>
public sealed record SpssVariable
{
    /// <summary>In bytes, of the name, of its label and of the label of a value.</summary>
    public const int LongestName = 64;
    public const int LongestLabel = 255;
    public const int LongestValueLabel = 120;

    /// <summary>A letter first, then letters, digits and underscores; unique whatever the capitals.</summary>
    public required string Name { get; init; }

    /// <summary>At most <see cref="LongestLabel"/> bytes; a longer one is cut.</summary>
    public string Label { get; init; } = "";

    /// <summary>Of a text: how many bytes of UTF-8 its longest value may have. 0: a number.</summary>
    public int Width { get; init; }

    /// <summary>How a number is shown.</summary>
    public SpssPrintFormat Format { get; init; } = SpssPrintFormat.Whole;

    public SpssMeasure Measure { get; init; } = SpssMeasure.Nominal;

    /// <summary>Of numbers.</summary>
    public IReadOnlyList<(double Value, string Meaning)> Values { get; init; } = [];

    /// <summary>Of texts; each fits the width.</summary>
    public IReadOnlyList<(string Value, string Meaning)> TextValues { get; init; } = [];

    /// <summary>From and to which number a value is no answer, both included; null when all are.</summary>
    public (double From, double To)? Missing { get; init; }

    public bool IsText => Width > 0;
}

/// <param name="Type">Of the file format: 5 for a number, 22 for a moment.</param>
/// <param name="Width">In characters.</param>
/// <param name="Decimals">Behind the decimal sign.</param>
public sealed record SpssPrintFormat(byte Type, byte Width, byte Decimals)
{
    public static readonly SpssPrintFormat Whole = new(5, 8, 0);

    /// <summary>28-NOV-2026 14:00.</summary>
    public static readonly SpssPrintFormat Moment = new(22, 17, 0);

    public static SpssPrintFormat Number(int decimals) => new(5, 12, (byte)decimals);

    internal static SpssPrintFormat Text(int width) => new(1, (byte)width, 0);

    internal int Code => (Type << 16) | (Width << 8) | Decimals;
}
