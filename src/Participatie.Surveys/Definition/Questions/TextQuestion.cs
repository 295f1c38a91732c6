namespace Participatie.Surveys.Definition.Questions;

/// <summary>One line: the name of a village, a street, an organisation.</summary>
public sealed record TextQuestion : WrittenQuestion
{
    public const int DefaultMaxLength = 100;
    public const int LongestMaxLength = 200;

    public override string Kind => "text";

    public override int MaxLength { get; init; } = DefaultMaxLength;

    public override bool IsOneLine => true;
}
