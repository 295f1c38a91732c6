namespace Participatie.Surveys.Reporting.Decisions;

/// <summary>Somebody writes about a question, or about all of a consultation.</summary>
public sealed record DecisionRequest
{
    /// <summary>In characters, of the public note.</summary>
    public const int LongestNote = 500;

    public required int ConsultationId { get; init; }

    /// <summary>Or <see cref="DecisionEntry.Whole"/>.</summary>
    public required string QuestionId { get; init; }

    public required DecisionText Text { get; init; }

    /// <summary>The newest revision as it was when the form was made; 0 when there was none.</summary>
    public required int Seen { get; init; }

    /// <summary>What changes and why, for everybody.</summary>
    public string Note { get; init; } = "";

    /// <summary>As the audit log says people.</summary>
    public required string Who { get; init; }
}
