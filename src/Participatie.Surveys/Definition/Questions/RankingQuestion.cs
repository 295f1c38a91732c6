using Participatie.Surveys.Language;

namespace Participatie.Surveys.Definition.Questions;

/// <summary>Asks which comes first, then which comes next, for as many places as there are.</summary>
public sealed record RankingQuestion : Question, IRotates
{
    public const int DefaultPlaces = 3;

    public override string Kind => "ranking";

    public required IReadOnlyList<Choice> Offered { get; init; }

    /// <summary>How many are put in order; the rest share the places below.</summary>
    public required int Places { get; init; }

    public bool Rotate { get; init; }

    public override bool PutsInOrder => true;

    public override IReadOnlyList<Choice> ConditionChoices => Offered;

    public override IEnumerable<Text> Texts => base.Texts.Concat(Offered.Select(choice => choice.Text));
}
