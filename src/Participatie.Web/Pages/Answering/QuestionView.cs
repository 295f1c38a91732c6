using Participatie.Surveys.Definition;
using Participatie.Web.QuestionInputs;

namespace Participatie.Web.Pages.Answering;

/// <summary>What the page of one question shows.</summary>
public sealed record QuestionView
{
    public required string Slug { get; init; }

    public required Text Consultation { get; init; }

    /// <summary>Those that the consultation explains.</summary>
    public required IReadOnlyList<ExplainedWord> Words { get; init; }

    public required Asked Asked { get; init; }

    /// <summary>As on paper, from 1; 0 for information between questions.</summary>
    public required int Number { get; init; }

    public required int Total { get; init; }

    public required string Address { get; init; }

    public required string Back { get; init; }

    /// <summary>There is no draft yet: the form carries where its lists start.</summary>
    public required bool IsBeginning { get; init; }

    /// <summary>The consultation closed less than an hour ago.</summary>
    public required bool IsClosing { get; init; }
}
