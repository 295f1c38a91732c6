namespace Participatie.Surveys.Definition.Questions;

public sealed record AgreementQuestion : OneOfQuestion
{
    private static readonly IReadOnlyList<Choice> All = Fixed(
        "agreement",
        ("helemaal-eens", "circle-check"),
        ("eens", "check"),
        ("neutraal", "minus"),
        ("oneens", "x"),
        ("helemaal-oneens", "circle-x"));

    public override string Kind => "agreement";

    public override bool IsOrdinal => true;

    public override IReadOnlyList<Choice> Choices => All;
}
