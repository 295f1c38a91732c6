using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Answering.Checks;

/// <summary>One statement at a step. "Geen mening" is the way out of each, so passing over is only offered for the whole.</summary>
internal static class StatementsCheck
{
    public static Checked Check(Attempt attempt)
    {
        var question = (StatementsQuestion)attempt.Question;
        if (attempt.Way != FormActions.Next || !Steps.MayVisit(question, attempt.Current, attempt.Step))
        {
            return attempt.Refuse("check.form");
        }

        return attempt.Posted.All(Posted.Answer) switch
        {
            [] => attempt.RefuseEmpty("check.choose"),
            [var id] => StatementsQuestion.Judgements.Any(judgement => judgement.Id == id)
                ? new Accepted(With(question, attempt, id))
                : attempt.Refuse("check.unknown"),
            _ => attempt.Refuse("check.one"),
        };
    }

    private static Judged With(StatementsQuestion question, Attempt attempt, string judgement)
    {
        var judgements = attempt.Current is Judged judged ? judged.Judgements.ToArray() : new string?[question.Statements.Count];
        judgements[attempt.Step - 1] = judgement;
        return new Judged(judgements);
    }
}
