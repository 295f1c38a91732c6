namespace Participatie.Surveys.Definition.Questions;

public sealed record OpenQuestion : WrittenQuestion
{
    public const int DefaultMaxLength = 2000;
    public const int LongestMaxLength = 10_000;

    public override string Kind => "open";

    public override int MaxLength { get; init; } = DefaultMaxLength;
}
