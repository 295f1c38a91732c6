namespace Participatie.Surveys.Definition.Questions;

/// <summary>Five faces with words, best first; the same five in every consultation.</summary>
public sealed record FeelingQuestion : OneOfQuestion
{
    private static readonly IReadOnlyList<Choice> All = Fixed(
        "feeling",
        ("heel-blij", "face-1"),
        ("blij", "face-2"),
        ("gewoon", "face-3"),
        ("niet-blij", "face-4"),
        ("helemaal-niet-blij", "face-5"));

    public override string Kind => "feeling";

    public override bool IsOrdinal => true;

    public override IReadOnlyList<Choice> Choices => All;
}
