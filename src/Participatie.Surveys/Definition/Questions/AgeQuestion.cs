namespace Participatie.Surveys.Definition.Questions;

/// <summary>Age in bands. Results are split by the first one in a version.</summary>
public sealed record AgeQuestion : OneOfQuestion
{
    private static readonly IReadOnlyList<Choice> All = Fixed(
        "age",
        ("tot-18", null),
        ("18-29", null),
        ("30-44", null),
        ("45-59", null),
        ("60-74", null),
        ("75-plus", null));

    public override string Kind => "age";

    public override bool IsOrdinal => true;

    public override string Dimension => ByAge;

    public override IReadOnlyList<Choice> Choices => All;
}
