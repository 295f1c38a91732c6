using Participatie.Surveys.Language;

namespace Participatie.Surveys.Definition.Questions;

/// <summary>Text between questions: read, not answered, and without a number.</summary>
public sealed record InformationQuestion : Question
{
    public override string Kind => "information";

    public override bool IsAsked => false;

    public required Text Body { get; init; }

    public override IEnumerable<Text> Texts => base.Texts.Append(Body);
}
