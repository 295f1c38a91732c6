using Participatie.Surveys.Language;

namespace Participatie.Surveys.Definition.Questions;

public sealed record ChoiceQuestion : OneOfQuestion, IRotates
{
    public override string Kind => "choice";

    public required IReadOnlyList<Choice> Offered { get; init; }

    public bool Rotate { get; init; }

    public override IReadOnlyList<Choice> Choices => Offered;

    public override Choice? Other => Offered.FirstOrDefault(choice => choice.Other);

    public override IEnumerable<Text> Texts => base.Texts.Concat(Offered.Select(choice => choice.Text));
}

/// <summary>A kind whose choices may start at another one for each draft, because their order may steer.</summary>
public interface IRotates
{
    bool Rotate { get; }

    IReadOnlyList<Choice> Offered { get; }
}
