namespace Participatie.Surveys.Reporting.Export.Columns;

/// <summary>
/// What stands in a column when there is an answer; when there is none, a code of <see cref="MissingCode"/>. A later one holds what an
/// earlier one of numbers does.
/// </summary>
public enum ColumnType
{
    /// <summary>A whole number that stands for a choice: the codebook says which.</summary>
    Code,

    /// <summary>A whole number that is meant as one.</summary>
    Whole,

    /// <summary>A number that may have decimals.</summary>
    Fractional,

    /// <summary>What somebody typed.</summary>
    Text,

    /// <summary>A word of ours.</summary>
    Id,

    /// <summary>Whole hours since 1970, UTC.</summary>
    Hour,
}

/// <summary>A column of an export.</summary>
/// <param name="Name">In the file.</param>
/// <param name="Type">What stands in it.</param>
/// <param name="Group">Its question; null of the columns in front.</param>
/// <param name="Part">What of the question it is about; null for the order in which choices were shown and for the columns in front.</param>
public sealed record ExportColumn(string Name, ColumnType Type, ColumnGroup? Group, string? Part);
