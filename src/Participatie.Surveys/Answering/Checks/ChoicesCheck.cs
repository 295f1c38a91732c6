using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Answering.Checks;

internal static class ChoicesCheck
{
    public static Checked Check(Attempt attempt)
    {
        if (attempt.Way != FormActions.Next)
        {
            return attempt.Refuse("check.form");
        }

        var question = (ChoicesQuestion)attempt.Question;
        var posted = OtherCheck.Ticked(attempt, attempt.Posted.All(Posted.Answer));
        if (posted.Count == 0)
        {
            return attempt.RefuseEmpty("check.choose");
        }

        // Small on both sides: a form with thousands of values is refused before it gets here.
        var chosen = question.Offered.Select(choice => choice.Id).Where(id => posted.Contains(id, StringComparer.Ordinal)).ToList();
        if (posted.Any(id => !chosen.Contains(id, StringComparer.Ordinal)))
        {
            return attempt.Refuse("check.unknown");
        }

        if (chosen.Count > 1 && question.Exclusive is { } exclusive && chosen.Contains(exclusive.Id, StringComparer.Ordinal))
        {
            return attempt.Refuse("check.exclusive", exclusive.Text.In(attempt.Words.Language).Text);
        }

        return chosen.Count > question.AtMost
            ? attempt.Refuse("check.at-most", question.AtMost, chosen.Count)
            : OtherCheck.With(attempt, new ChosenMany(chosen));
    }
}
