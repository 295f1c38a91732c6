using Participatie.Surveys.Answering;
using Participatie.Surveys.Answering.Checks;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;

namespace Participatie.Tests.Answering;

/// <summary>Posts a form to the check of a question.</summary>
internal static class GivenForm
{
    public static Checked Post(this Question question, params (string Name, string Value)[] fields) => question.PostAt(1, null, fields);

    public static Checked PostAt(this Question question, int step, Answer? current, params (string Name, string Value)[] fields) =>
        CheckAnswer.Of(new Attempt
        {
            Question = question,
            Step = step,
            Current = current,
            Posted = Of(fields),
            Words = InterfaceWords.For(Languages.Dutch),
        });

    public static Posted Of(params (string Name, string Value)[] fields) => new(fields
        .GroupBy(field => field.Name, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => (IReadOnlyList<string>)[.. group.Select(field => field.Value)], StringComparer.Ordinal));

    public static void Gives(this Checked result, Answer answer) => Assert.Equal(new Accepted(answer), result);

    public static void Refuses(this Checked result, string message, string at = Posted.Answer)
    {
        var problem = Assert.Single(Assert.IsType<Refused>(result).Problems);
        Assert.Equal((at, message), (problem.At, problem.Message));
    }

    public static Question Of(this GivenConsultation given) => given.Build().Questions[^1];
}
