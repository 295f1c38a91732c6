using Participatie.Surveys.Language;

namespace Participatie.Surveys.Definition.Questions;

public sealed record ChoicesQuestion : Question, IRotates
{
    public override string Kind => "choices";

    public required IReadOnlyList<Choice> Offered { get; init; }

    /// <summary>How many may be chosen; null: all.</summary>
    public int? AtMost { get; init; }

    public bool Rotate { get; init; }

    /// <summary>The choice that goes with no other; null when there is none.</summary>
    public Choice? Exclusive => Offered.FirstOrDefault(choice => choice.Exclusive);

    public override bool TakesSeveral => true;

    public override Choice? Other => Offered.FirstOrDefault(choice => choice.Other);

    public override IReadOnlyList<Choice> ConditionChoices => Offered;

    public override IEnumerable<Text> Texts => base.Texts.Concat(Offered.Select(choice => choice.Text));
}
