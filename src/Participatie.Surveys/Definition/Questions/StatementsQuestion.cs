using Participatie.Surveys.Language;

namespace Participatie.Surveys.Definition.Questions;

/// <summary>Statements one after another, each answered with agree, disagree or no opinion.</summary>
public sealed record StatementsQuestion : Question
{
    public static readonly IReadOnlyList<Choice> Judgements =
    [
        new("eens", InterfaceWords.Everywhere("statements.eens"), "thumb-up"),
        new("oneens", InterfaceWords.Everywhere("statements.oneens"), "thumb-down"),
        new("geen-mening", InterfaceWords.Everywhere("statements.geen-mening"), "minus"),
    ];

    public const int Most = 6;

    public override string Kind => "statements";

    public required IReadOnlyList<Choice> Statements { get; init; }

    public override IReadOnlyList<Choice> LastingChoices => Statements;

    public override IEnumerable<Text> Texts => base.Texts.Concat(Statements.Select(statement => statement.Text));

    /// <summary>One statement at a time.</summary>
    public override IEnumerable<Text> TextsAt(int stepNumber) => base.Texts.Append(Statements[stepNumber - 1].Text);
}
