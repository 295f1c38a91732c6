using Participatie.Surveys.Language;
using Participatie.Web.QuestionInputs;
using Participatie.Web.QuestionInputs.Kinds;

namespace Participatie.Web.ReadingAloud;

/// <summary>
/// The text of a question page, passage by passage as it stands on screen. The page tests hold it against the page of every question:
/// the recording says what is seen, nothing else.
/// </summary>
internal static class SpokenQuestion
{
    /// <param name="asked">The question, at its step.</param>
    /// <param name="number">As the page shows it; 0 for none.</param>
    /// <param name="total">Of all questions.</param>
    /// <param name="words">The language of the page.</param>
    public static IReadOnlyList<Passage> Of(Asked asked, int number, int total, InterfaceWords words)
    {
        var spoken = new SpokenText(words);
        if (asked.Problems.Count > 0)
        {
            spoken.Say(words["form.error.heading"]);
            foreach (var problem in asked.Problems)
            {
                spoken.Say(problem.Message);
            }
        }

        if (number > 0)
        {
            spoken.Say(words.Format("form.progress", number, total));
        }

        KindPages.All.For(asked.Question).Say(asked, spoken);
        return spoken.Passages;
    }
}
