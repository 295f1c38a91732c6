using Participatie.Surveys.Answering;
using Participatie.Surveys.Answering.Checks;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Answering;

/// <summary>What the buttons under "Hulp" do. They send the question's own form, so that nothing that was filled in gets lost.</summary>
internal sealed class QuestionHelp(CountNotUnderstood count)
{
    public const string Explain = "explain";
    public const string Easy = "easy";
    public const string Usual = "usual";
    public const string Settings = "settings";
    public const string Stop = "stop";

    /// <summary>Behind the address of a question: it was not understood.</summary>
    public const string Explained = "uitleg";

    public static bool IsAsked(Attempt attempt) => attempt.Way is Explain or Easy or Usual or Settings or Stop;

    public async Task<IResult> GiveAsync(HttpContext context, Visit visit, Attempt attempt, int rotation) => attempt.Way switch
    {
        Explain => await ExplainAsync(context, visit, attempt, rotation),
        Easy when visit.HasEasyWords => await SwitchToAsync(context, visit, attempt, rotation, Languages.EasyDutch),
        Easy or Usual => await SwitchToAsync(context, visit, attempt, rotation, Languages.Dutch),
        Settings => await LeaveAsync(context, visit, attempt, rotation, Addresses.SettingsFrom(visit.Slug)),
        _ => await LeaveAsync(context, visit, attempt, rotation, Addresses.Stop(visit.Slug)),
    };

    private async Task<IResult> ExplainAsync(HttpContext context, Visit visit, Attempt attempt, int rotation)
    {
        // The draft remembers that it was counted here, so there has to be one.
        var kept = await KeepAsync(context, visit, attempt, rotation);
        visit = await WithDraftAsync(context, kept ?? visit, attempt, rotation, Answers.None);
        if (!visit.IsPreview)
        {
            await count.CountAsync(
                visit.Token!, visit.Version, attempt.Question, attempt.Step, attempt.Words.Language, context.RequestAborted);
        }

        return kept is null
            ? Show(visit, attempt, rotation, MakeEasier(context, visit))
            : new SeeOther($"{visit.AddressOf(attempt.Question, attempt.Step)}?{Explained}=ja");
    }

    private static async Task<IResult> SwitchToAsync(HttpContext context, Visit visit, Attempt attempt, int rotation, string language)
    {
        VisitorLanguage.Remember(context, language);
        if (await KeepAsync(context, visit, attempt, rotation) is not null)
        {
            return new SeeOther(visit.AddressOf(attempt.Question, attempt.Step));
        }

        VisitorLanguage.ShowIn(context, language);
        return Show(visit, attempt, rotation, isEasier: null);
    }

    /// <summary>
    /// Goes to another page. What was filled in is kept first, when it is an answer; text that is not comes back to be copied.
    /// </summary>
    private static async Task<IResult> LeaveAsync(HttpContext context, Visit visit, Attempt attempt, int rotation, string address)
    {
        return await KeepAsync(context, visit, attempt, rotation) is null
            ? LostDraft.Keeps(visit, Sent(attempt), address)
            : new SeeOther(address);
    }

    /// <summary>
    /// Keeps what was filled in when it is an answer, so that a page can follow which is no answer to a form: the browser's Back works
    /// there.
    /// </summary>
    /// <returns>Null when something was filled in that is no answer (yet), or that would throw away later steps: it has to be shown
    /// again.</returns>
    private static async Task<Visit?> KeepAsync(HttpContext context, Visit visit, Attempt attempt, int rotation)
    {
        var sent = Sent(attempt);
        if (CheckAnswer.Of(sent) is not Accepted(var answer))
        {
            return sent.FilledIn.All.All(typed => PerceivedText.ShowsNothing(typed))
                ? visit
                : null;
        }

        if (visit.Draft is null)
        {
            var begun = await WithDraftAsync(context, visit, attempt, rotation, Answers.None.With(attempt.Question, answer));
            CountWay.Saved(visit, attempt.Question, begun.Answers);
            return begun;
        }

        if (Steps.Has(attempt.Question) && attempt.Current is not null)
        {
            return answer.Equals(attempt.Current) ? visit : null;
        }

        var saved = await visit.Drafts.SaveAsync(
            visit.Token!,
            visit.Draft,
            visit.Adding(sent, answer),
            attempt.Words.Language,
            context.RequestAborted);
        if (saved is null)
        {
            return null;
        }

        CountWay.Saved(visit, attempt.Question, saved.Answers);
        return visit with { Draft = saved };
    }

    private static Attempt Sent(Attempt attempt) => attempt with { FilledIn = attempt.FilledIn with { Actions = [] } };

    /// <summary>Writes this page in easy words, where there are some that the resident is not reading yet.</summary>
    /// <returns>Whether there are.</returns>
    internal static bool MakeEasier(HttpContext context, Visit visit)
    {
        var isEasier = visit.HasEasyWords && VisitorLanguage.Of(context).Language == Languages.Dutch;
        if (isEasier)
        {
            VisitorLanguage.ShowIn(context, Languages.EasyDutch);
        }

        return isEasier;
    }

    private static async Task<Visit> WithDraftAsync(HttpContext context, Visit visit, Attempt attempt, int rotation, Answers answers)
    {
        if (visit.Draft is not null)
        {
            return visit;
        }

        var (token, draft) = await visit.Drafts.StartAsync(
            visit.Begin(attempt.Words) with { Rotation = rotation, Answers = answers }, context.RequestAborted);
        DraftCookie.Keep(context, visit.Slug, token);
        return visit with { Token = token, Draft = draft };
    }

    private static IResult Show(Visit visit, Attempt attempt, int rotation, bool? isEasier)
    {
        return QuestionPages.Of(visit, QuestionPages.AskedAgain(visit, attempt, rotation), isEasier: isEasier);
    }
}
