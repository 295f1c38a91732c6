using Participatie.Surveys.Definition;
using Participatie.Surveys.Reporting.Export.Formats;

namespace Participatie.Web.Pages.Reporting.Desk;

/// <summary>The page on which somebody asks for a file.</summary>
public sealed record FilesView
{
    public required PublishedVersion Latest { get; init; }

    /// <summary>The numbers of all versions, oldest first.</summary>
    public required IReadOnlyList<int> Versions { get; init; }

    /// <summary>That this person may have.</summary>
    public required IReadOnlyList<ExportFormat> Formats { get; init; }

    public FilesForm Typed { get; init; } = new();

    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>Nothing was made, for a reason that is not about one field.</summary>
    public string? Refusal { get; init; }

    public string Slug => Latest.Definition.Slug;
}
