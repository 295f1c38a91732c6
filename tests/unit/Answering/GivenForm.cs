using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Answering.Checks;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;
using Participatie.Web.QuestionInputs;

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
            FilledIn = Of(fields),
            Words = InterfaceWords.For(Languages.Dutch),
        });

    /// <summary>As a browser sends it.</summary>
    public static FilledIn Of(params (string Name, string Value)[] fields) => AnswerForm.Read(new FormCollection(fields
        .GroupBy(field => field.Name, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => new StringValues([.. group.Select(field => field.Value)]), StringComparer.Ordinal)));

    public static void Gives(this Checked result, Answer answer) => Assert.Equal(new Accepted(answer), result);

    public static void Refuses(this Checked result, string message, string at = AnswerForm.Answer)
    {
        var problem = Assert.Single(Assert.IsType<Refused>(result).Problems);
        Assert.Equal((at, message), (AnswerForm.AtField(problem).At, problem.Message));
    }

    public static Question Of(this GivenConsultation given) => given.Build().Questions[^1];
}
