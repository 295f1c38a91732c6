using Participatie.Surveys.Language;

namespace Participatie.Surveys.Definition.Questions;

/// <summary>Divides a fixed amount over the choices, in steps.</summary>
public sealed record BudgetQuestion : Question, IRotates
{
    /// <summary>The histogram has total / step + 1 cells for each choice.</summary>
    public const int MostSteps = 1000;

    public override string Kind => "budget";

    public required IReadOnlyList<Choice> Offered { get; init; }

    public required int Total { get; init; }

    public required int Step { get; init; }

    public required Unit Unit { get; init; }

    public bool Rotate { get; init; }

    /// <returns>From 0; null when no choice has that id.</returns>
    public int? PlaceOf(string choice)
    {
        for (var place = 0; place < Offered.Count; place++)
        {
            if (Offered[place].Id == choice)
            {
                return place;
            }
        }

        return null;
    }

    public override IReadOnlyList<Choice> LastingChoices => Offered;

    public override IEnumerable<Text> Texts => base.Texts.Append(Unit.Many).Concat(Offered.Select(choice => choice.Text));
}
