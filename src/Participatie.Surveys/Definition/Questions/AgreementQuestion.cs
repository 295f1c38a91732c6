namespace Participatie.Surveys.Definition.Questions;

public sealed record AgreementQuestion : OneOfQuestion
{
    private static readonly IReadOnlyList<Choice> All = Fixed(
        "agreement",
        ("helemaal-eens", null),
        ("eens", null),
        ("neutraal", null),
        ("oneens", null),
        ("helemaal-oneens", null));

    public override string Kind => "agreement";

    public override IReadOnlyList<Choice> Choices => All;
}
