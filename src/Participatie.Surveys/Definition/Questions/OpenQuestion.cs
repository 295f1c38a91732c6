namespace Participatie.Surveys.Definition.Questions;

public sealed record OpenQuestion : Question
{
    public const int DefaultMaxLength = 2000;
    public const int LongestMaxLength = 10_000;

    public override string Kind => "open";

    public override bool TakesWords => true;

    /// <summary>In characters as people count them, a line end is one.</summary>
    public int MaxLength { get; init; } = DefaultMaxLength;
}
