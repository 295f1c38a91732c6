namespace Participatie.Surveys.Definition.Questions;

public sealed record YesNoQuestion : OneOfQuestion
{
    private static readonly IReadOnlyList<Choice> All = Fixed("yesno", ("ja", "check"), ("nee", "x"));

    public override string Kind => "yesno";

    public override IReadOnlyList<Choice> Choices => All;
}
