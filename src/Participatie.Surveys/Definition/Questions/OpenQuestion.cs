namespace Participatie.Surveys.Definition.Questions;

public sealed record OpenQuestion : Question
{
    public const int DefaultMaxLength = 2000;
    public const int LongestMaxLength = 10_000;

    public override string Kind => "open";

    /// <summary>In UTF-16 code units, line ends counted as one.</summary>
    public int MaxLength { get; init; } = DefaultMaxLength;
}
