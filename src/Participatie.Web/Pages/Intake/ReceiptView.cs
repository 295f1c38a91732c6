using Participatie.Surveys.Codes;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Reporting.Decisions;

namespace Participatie.Web.Pages.Intake;

/// <summary>What became of a response, for whoever has its receipt.</summary>
public sealed record ReceiptView
{
    public const string Withdraw = "withdraw";
    public const string Sure = "sure";

    public required Code Receipt { get; init; }

    /// <summary>Null when this release understands no version of it: the answer can be withdrawn all the same.</summary>
    public required Consultation? Definition { get; init; }

    public required ResponseState State { get; init; }

    /// <summary>How its consultation ended, when it was withdrawn.</summary>
    public LifeEvent? Withdrawal { get; init; }

    /// <summary>What is done with the answers to the questions that this response answered, in the order of the questions.</summary>
    public IReadOnlyList<(Question Question, Decision Decision)> Decisions { get; init; } = [];

    /// <summary>Whether something is told about all answers together.</summary>
    public bool IsDecided { get; init; }

    /// <summary>The resident asked to withdraw and is asked once more.</summary>
    public bool IsAsking { get; init; }
}
