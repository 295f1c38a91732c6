using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Answering.Checks;

internal static class OneOfCheck
{
    public static Checked Check(Attempt attempt)
    {
        if (attempt.Way != Ways.Next)
        {
            return attempt.Refuse("check.form");
        }

        var question = (OneOfQuestion)attempt.Question;
        return attempt.Posted.All(Posted.Answer) switch
        {
            [] => attempt.RefuseEmpty("check.choose"),
            [AnswersDocument.DontKnow] when question.DontKnow => new Accepted(new Missing(Reason.DontKnow)),
            [AnswersDocument.RatherNot] when question.RatherNot => new Accepted(new Missing(Reason.RatherNot)),
            [var id] => question.Choices.Any(choice => choice.Id == id)
                ? new Accepted(new Chosen(id))
                : attempt.Refuse("check.unknown"),
            _ => attempt.Refuse("check.one"),
        };
    }
}
