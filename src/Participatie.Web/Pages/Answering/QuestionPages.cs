using System.Globalization;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Answering.Checks;
using Participatie.Surveys.Definition;
using Participatie.Web.Frame;
using Participatie.Web.QuestionInputs;

namespace Participatie.Web.Pages.Answering;

/// <summary>Answers a request with the page of a question.</summary>
internal static class QuestionPages
{
    public static IResult Of(Visit visit, Asked asked, int status = StatusCodes.Status200OK, bool? isEasier = null)
    {
        var view = QuestionView.Of(visit, asked) with { IsEasier = isEasier };
        return new PageResult<QuestionPage>(new(StringComparer.Ordinal) { [nameof(QuestionPage.Model)] = view })
        {
            Status = status,
            Fill = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [PagePlaceholder.DraftMark] = visit.Draft is null ? "" : visit.Token!.Mark,
                [PagePlaceholder.Shown] = visit.Mark?.Text ?? "",
                [PagePlaceholder.Rotation] = asked.Rotation.ToString(CultureInfo.InvariantCulture),
            },
            // Seen for the first time, or once more with one choice out of a list: few pages for many people, and nobody's own words in
            // them.
            CacheAs = view.News is [] && asked is { Typed: null, Answer: null or Chosen { Other: null } or Missing } ? view : null,
        };
    }

    /// <summary>The form that was sent, with everything that was filled in and what is wrong with it.</summary>
    public static IResult Again(Visit visit, Attempt attempt, int rotation, IReadOnlyList<Problem> problems, int status) =>
        Of(visit, AskedAgain(visit, attempt, rotation) with { Problems = [.. problems.Select(AnswerForm.AtField)] }, status);

    /// <summary>The question as it was sent, with everything that was filled in.</summary>
    public static Asked AskedAgain(Visit visit, Attempt attempt, int rotation) => new()
    {
        Question = attempt.Question,
        Step = attempt.Step,
        Answer = visit.Answers.To(attempt.Question),
        Typed = attempt.FilledIn,
        Rotation = visit.Draft?.Rotation ?? rotation,
    };
}
