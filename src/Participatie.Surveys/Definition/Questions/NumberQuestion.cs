namespace Participatie.Surveys.Definition.Questions;

/// <summary>A whole number between two bounds.</summary>
public sealed record NumberQuestion : Question
{
    /// <summary>The histogram has one cell for each number.</summary>
    public const int WidestRange = 1000;

    public override string Kind => "number";

    public required int Min { get; init; }

    public required int Max { get; init; }

    public Text? Unit { get; init; }

    public override IEnumerable<Text> Texts => Unit is null ? base.Texts : base.Texts.Append(Unit);
}
