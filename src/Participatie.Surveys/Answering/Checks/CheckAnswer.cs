using Participatie.Surveys.Answering.Kinds;

namespace Participatie.Surveys.Answering.Checks;

/// <summary>
/// Turns what was filled in into an answer that the definition allows, or into problems. Whatever it was, it never throws.
/// </summary>
public static class CheckAnswer
{
    public static Checked Of(Attempt attempt)
    {
        if (attempt.FilledIn.Actions.Count > 1)
        {
            return attempt.Refuse("check.form");
        }

        return attempt.Way switch
        {
            FormActions.Skip => Pass(attempt, FormActions.OffersSkip(attempt.Question, attempt.Step), Reason.Skipped),
            FormActions.DontKnow => Pass(attempt, FormActions.OffersDontKnow(attempt.Question, attempt.Step), Reason.DontKnow),
            FormActions.RatherNot => Pass(attempt, FormActions.OffersRatherNot(attempt.Question, attempt.Step), Reason.RatherNot),
            _ => AnswerKinds.All.For(attempt.Question).Check(attempt),
        };
    }

    private static Checked Pass(Attempt attempt, bool offered, Reason reason) =>
        offered ? new Accepted(new Missing(reason)) : attempt.Refuse("check.no-way-out");
}
