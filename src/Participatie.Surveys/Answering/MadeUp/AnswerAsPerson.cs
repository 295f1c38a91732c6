using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Answering.MadeUp;

/// <summary>Walks through a consultation as somebody who does not exist, question after question as residents do.</summary>
public static class AnswerAsPerson
{
    /// <returns>Answers to all that this person gets to see.</returns>
    public static Answers Of(Consultation definition, MadeUpPerson person)
    {
        var answers = Answers.None;
        while (Journey.Of(definition, answers).FirstOpen is { } question)
        {
            answers = answers.With(question, PassedOver(question, person) ?? MadeUpKind.All.For(question).Make(question, person));
        }

        return answers;
    }

    private static Missing? PassedOver(Question question, MadeUpPerson person) =>
        !question.IsAsked ? null
        : question.RatherNot && person.DoesIn(6) ? new Missing(Reason.RatherNot)
        : question.DontKnow && person.DoesIn(6) ? new Missing(Reason.DontKnow)
        : !question.Required && person.DoesIn(question is WrittenQuestion ? 60 : 5) ? new Missing(Reason.Skipped)
        : null;
}
