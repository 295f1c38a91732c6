using Participatie.Surveys.Answering;
using Participatie.Surveys.Answering.Checks;
using Participatie.Surveys.Definition;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Answering;

/// <summary>What the buttons under "Hulp" do. They send the question's own form, so that nothing that was filled in gets lost.</summary>
internal sealed class QuestionHelp(Drafts drafts, CountNotUnderstood count)
{
    public const string Explain = "explain";
    public const string Easy = "easy";
    public const string Usual = "usual";
    public const string Settings = "settings";
    public const string Stop = "stop";

    public static bool IsAsked(Attempt attempt) => attempt.Way is Explain or Easy or Usual or Settings or Stop;

    public async Task<IResult> GiveAsync(HttpContext context, Visit visit, Attempt attempt) => attempt.Way switch
    {
        Explain => await ExplainAsync(context, visit, attempt),
        Easy when visit.HasEasyWords => SwitchTo(context, visit, attempt, Languages.EasyDutch),
        Easy or Usual => SwitchTo(context, visit, attempt, Languages.Dutch),
        Settings => await LeaveAsync(context, visit, attempt, Addresses.Settings),
        _ => await LeaveAsync(context, visit, attempt, Addresses.Stop(visit.Slug)),
    };

    private async Task<IResult> ExplainAsync(HttpContext context, Visit visit, Attempt attempt)
    {
        // The draft remembers that it was counted here, so there has to be one.
        visit = await WithDraftAsync(context, visit, attempt, Answers.None);
        await count.CountAsync(visit.Token!, visit.Version, attempt.Question, attempt.Step, attempt.Words.Language, context.RequestAborted);
        var isEasier = visit.HasEasyWords && attempt.Words.Language == Languages.Dutch;
        if (isEasier)
        {
            VisitorLanguage.ShowIn(context, Languages.EasyDutch);
        }

        return Show(visit, attempt, isEasier);
    }

    private static IResult SwitchTo(HttpContext context, Visit visit, Attempt attempt, string language)
    {
        VisitorLanguage.Remember(context, language);
        VisitorLanguage.ShowIn(context, language);
        return Show(visit, attempt, isEasier: null);
    }

    /// <summary>Goes to another page. What was filled in is kept first, when it is an answer; text that is not comes back to be copied.</summary>
    private async Task<IResult> LeaveAsync(HttpContext context, Visit visit, Attempt attempt, string address)
    {
        var sent = attempt with { Posted = attempt.Posted.Without(Posted.Way) };
        if (CheckAnswer.Of(sent) is not Accepted(var answer))
        {
            return LostDraft.Keeps(visit, sent, address);
        }

        if (visit.Draft is null)
        {
            await WithDraftAsync(context, visit, attempt, Answers.None.With(attempt.Question, answer));
            return new SeeOther(address);
        }

        var saved = await drafts.SaveAsync(
            visit.Token!,
            visit.Draft,
            answers => CheckAnswer.Of(sent with { Current = answers.To(attempt.Question) }) is Accepted(var again) ? answers.With(attempt.Question, again) : answers,
            attempt.Words.Language,
            context.RequestAborted);
        return saved is null ? LostDraft.Keeps(visit with { Draft = null }, sent, address) : new SeeOther(address);
    }

    private async Task<Visit> WithDraftAsync(HttpContext context, Visit visit, Attempt attempt, Answers answers)
    {
        if (visit.Draft is not null)
        {
            return visit;
        }

        PostedForm.TryReadRotation(attempt.Posted, out var rotation);
        var (token, draft) = await drafts.StartAsync(visit.Begin(attempt.Words) with { Rotation = rotation, Answers = answers }, context.RequestAborted);
        DraftCookie.Keep(context, visit.Slug, token);
        return visit with { Token = token, Draft = draft };
    }

    private static IResult Show(Visit visit, Attempt attempt, bool? isEasier)
    {
        PostedForm.TryReadRotation(attempt.Posted, out var rotation);
        return PageResult.Of<QuestionPage>(QuestionView.Of(visit, QuestionEndpoints.AskedAgain(visit, attempt, rotation)) with { IsEasier = isEasier });
    }
}
