using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Answering.Checks;

internal static class OpenCheck
{
    public static Checked Check(Attempt attempt)
    {
        var question = (OpenQuestion)attempt.Question;
        if (attempt.Way != FormActions.Next)
        {
            return attempt.Refuse("check.form");
        }

        var typed = attempt.Posted.All(Posted.Answer);
        if (typed.Count > 1)
        {
            return attempt.Refuse("check.form");
        }

        var text = TypedText.Clean(typed is [var only] ? only : "");
        return text.Length == 0 ? attempt.RefuseEmpty("check.write")
            : PerceivedText.IsLongerThan(text, question.MaxLength) ? attempt.Refuse("check.too-long", PerceivedText.Length(text), question.MaxLength)
            : PerceivedText.IsTooHeavy(text) ? attempt.Refuse("check.too-heavy")
            : new Accepted(new Written(text, attempt.Words.Language));
    }
}
