using Participatie.Surveys.Reporting.Export.Formats;

namespace Participatie.Surveys.Reporting.Export;

/// <summary>A file that somebody wants.</summary>
public sealed record ExportRequest
{
    public const int LongestPurpose = 300;

    /// <summary>Of the consultation.</summary>
    public required string Slug { get; init; }

    public required ExportFormat Format { get; init; }

    /// <summary>Of no weight for tables, which are the same for everybody.</summary>
    public ExportFilters Filters { get; init; } = ExportFilters.None;

    /// <summary>What it is for, in the words of whoever asked.</summary>
    public required string Purpose { get; init; }

    /// <summary>Name and mail address, as the audit log says people.</summary>
    public required string Who { get; init; }

    /// <summary>For a Dutch spreadsheet: a semicolon between the cells of CSV, and a comma before decimals.</summary>
    public bool Semicolons { get; init; }

    /// <summary>What the file is called on the computer of whoever asked.</summary>
    /// <param name="day">On which it was made.</param>
    public string FileName(DateOnly day)
    {
        // A file of rows alone has no other place to say that it is a part.
        var part = Filters == ExportFilters.None || !Format.HasRows
            ? ""
            : "-" + Filters.ToString().Replace(", ", "-", StringComparison.Ordinal).Replace(' ', '-');
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Slug}-{day:yyyy-MM-dd}{part}{Format.Extension}");
    }
}
