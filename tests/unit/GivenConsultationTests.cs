using Participatie.Surveys.Definition.Questions;

namespace Participatie.Tests;

public sealed class GivenConsultationTests
{
    [Fact]
    public void Every_kind_of_question_is_in_the_given_consultation_of_every_kind()
    {
        var kinds = typeof(Question).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Question)) && !type.IsAbstract);
        var given = GivenConsultation.WithEveryKind().Build().Questions.Select(question => question.GetType());

        Assert.Equal(kinds.OrderBy(type => type.Name), given.OrderBy(type => type.Name));
    }
}
