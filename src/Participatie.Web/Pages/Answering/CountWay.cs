using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition.Questions;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Answering;

/// <summary>Counts where people come and get past, in memory and for nobody in particular. Of a preview nothing is counted.</summary>
internal static class CountWay
{
    /// <summary>
    /// A page is shown to somebody without a draft. Who has our cookie was shown a form before, most likely this one, so that a reload is
    /// nobody new; the few who filled in another consultation before are counted when they get past the question.
    /// </summary>
    public static void Shown(HttpContext context, Visit visit, Question question)
    {
        if (visit is { Progress: { } progress, Draft: null }
            && HttpMethods.IsGet(context.Request.Method)
            && !context.Request.Headers.ContainsKey("Sec-Purpose")
            && !AntiforgeryByScheme.HasCookie(context.Request))
        {
            progress.Seen(visit.Version, question);
        }
    }

    /// <summary>A draft begins on the start page, whose way leads to the first question.</summary>
    public static void Begun(Visit visit)
    {
        if (visit is { Draft: null, Journey.FirstOpen: { } first })
        {
            visit.Progress?.Seen(visit.Version, first);
        }
    }

    /// <summary>An answer was saved.</summary>
    /// <param name="visit">Before it was.</param>
    /// <param name="question">Of the answer.</param>
    /// <param name="answers">With it.</param>
    /// <returns>The way from then on.</returns>
    public static Journey Saved(Visit visit, Question question, Answers answers)
    {
        var journey = Journey.Of(visit.Definition, answers);
        visit.Progress?.Saved(visit.Version, question, visit.Journey, journey, (visit.Answers, answers), visit.Mark?.Age);
        return journey;
    }
}
