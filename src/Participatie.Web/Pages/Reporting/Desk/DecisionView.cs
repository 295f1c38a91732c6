using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.PlainLanguage;
using Participatie.Surveys.Reporting.Decisions;
using Participatie.Surveys.Reporting.Results;

namespace Participatie.Web.Pages.Reporting.Desk;

/// <param name="Latest">The version that residents answered last.</param>
/// <param name="Life">Where it stands.</param>
/// <param name="Rows">About all of it first, then each question that is counted.</param>
public sealed record DecisionsView(PublishedVersion Latest, ConsultationLife Life, IReadOnlyList<DecisionRow> Rows)
{
    public bool CanPublish => Life.State is LifeState.Closed or LifeState.Reported;
}

/// <param name="Question">Null: about all of it.</param>
/// <param name="Decision">Null: nobody wrote anything yet.</param>
public sealed record DecisionRow(Question? Question, Decision? Decision);

/// <summary>The page on which one decision is written.</summary>
public sealed record DecisionView
{
    public required PublishedVersion Latest { get; init; }

    public required ConsultationLife Life { get; init; }

    /// <summary>Null: about all of it.</summary>
    public required Question? Question { get; init; }

    public required Decision? Decision { get; init; }

    /// <summary>What people said; null when there is no number that may be shown.</summary>
    public required QuestionResult? Result { get; init; }

    public required DecisionForm Typed { get; init; }

    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>Nothing was done, for a reason that is not about one field.</summary>
    public string? Refusal { get; init; }

    /// <summary>What a colleague wrote since the form was made.</summary>
    public DecisionRevision? Meanwhile { get; init; }

    public bool CanPublish => Life.State is LifeState.Closed or LifeState.Reported;

    /// <summary>Tips of the language check on what stands in the form.</summary>
    public IReadOnlyList<Warning> Tips =>
    [
        .. new (string Words, string Language)[]
        {
            (Typed.Text.Heard, Surveys.Language.Languages.Dutch), (Typed.Text.HeardEasy, Surveys.Language.Languages.EasyDutch),
            (Typed.Text.Why, Surveys.Language.Languages.Dutch), (Typed.Text.WhyEasy, Surveys.Language.Languages.EasyDutch),
            (Typed.Text.ProgressReason, Surveys.Language.Languages.Dutch),
        }.Where(text => text.Words.Length is > 0 and <= 2 * DecisionText.LongestText)
            .SelectMany(text => new DutchText("", text.Words, text.Language).Read().Warnings),
    ];
}
