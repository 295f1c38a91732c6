using Participatie.Surveys.Definition;
using Participatie.Web.QuestionInputs.OnPaper;

namespace Participatie.Web.Pages.Answering.Paper;

/// <summary>A form to print.</summary>
public sealed record PaperView
{
    public required PublishedVersion Version { get; init; }

    /// <summary>Who goes where, in words.</summary>
    public required PaperRouting PaperRouting { get; init; }

    public required bool IsLarge { get; init; }

    public required bool IsClosed { get; init; }

    /// <summary>The last day for answers, whatever the charter promised.</summary>
    public required DateOnly ClosesOn { get; init; }

    public required int Minutes { get; init; }

    public required OnlineAddress Online { get; init; }

    public string Slug => Definition.Slug;

    public Consultation Definition => Version.Definition;
}
