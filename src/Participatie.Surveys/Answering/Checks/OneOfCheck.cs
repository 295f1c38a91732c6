using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Answering.Checks;

internal static class OneOfCheck
{
    public static Checked Check(Attempt attempt)
    {
        if (attempt.Way != FormActions.Next)
        {
            return attempt.Refuse("check.form");
        }

        var question = (OneOfQuestion)attempt.Question;
        return OtherCheck.Ticked(attempt, attempt.Posted.All(Posted.Answer)) switch
        {
            [] => attempt.RefuseEmpty("check.choose"),
            [AnswersDocument.DontKnow] when question.DontKnow => OtherCheck.With(attempt, new Missing(Reason.DontKnow)),
            [AnswersDocument.RatherNot] when question.RatherNot => OtherCheck.With(attempt, new Missing(Reason.RatherNot)),
            [var id] => question.Choices.Any(choice => choice.Id == id)
                ? OtherCheck.With(attempt, new Chosen(id))
                : attempt.Refuse("check.unknown"),
            _ => attempt.Refuse("check.one"),
        };
    }
}
