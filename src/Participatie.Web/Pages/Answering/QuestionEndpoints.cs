using System.Globalization;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Answering.Checks;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Language;
using Participatie.Web.Hosting;
using Participatie.Web.QuestionInputs;

namespace Participatie.Web.Pages.Answering;

/// <summary>One question a page: shows it, takes its answer, and says where to go on.</summary>
internal static class QuestionEndpoints
{
    public static async Task<IResult> Get(
        HttpContext context, string slug, string id, int? step, FindVisit findVisit, ShownMarks marks, Receipts receipts)
    {
        if (await findVisit.OfAsync(context, slug) is not { } visit || Find(visit, id, step) is not { } question)
        {
            return Results.NotFound();
        }

        if (await QuestionWay.ElsewhereAsync(context, visit, question, step, receipts) is { } address)
        {
            return new SeeOther(address);
        }

        CountWay.Shown(context, visit, question);
        visit = visit with { Mark = marks.New() };
        var rotation = visit.Draft?.Rotation ?? Drafts.NewRotation();
        var asked = new Asked
        {
            Question = question,
            Step = step ?? 1,
            Answer = visit.Answers.To(question),
            Rotation = rotation,
        };
        return QuestionPages.Of(
            visit,
            asked,
            isEasier: context.Request.Query.ContainsKey(QuestionHelp.Explained) ? QuestionHelp.MakeEasier(context, visit) : null);
    }

    public static async Task<IResult> Post(
        HttpContext context,
        string slug,
        string id,
        int? step,
        FindVisit findVisit,
        ShownMarks marks,
        ResumeDraft resume,
        Receipts receipts,
        QuestionHelp help,
        NewDrafts newDrafts)
    {
        if (await findVisit.OfAsync(context, slug) is not { } visit || Find(visit, id, step) is not { } question)
        {
            return Results.NotFound();
        }

        var posted = await PostedForm.ReadAsync(context);
        if (visit.IsMoved
            && posted.First(LostDraft.TakesBack) is not null
            && await resume.TakeBackAsync(visit.Token!, context.RequestAborted))
        {
            visit = await findVisit.OfAsync(context, slug) ?? visit;
        }

        visit = visit.With(posted) with { Mark = marks.Read(posted.First(PostedForm.Shown)) };
        // Not as a parameter: help may show this page in easier words, and what was asked for before stays.
        var words = VisitorLanguage.Of(context);
        var attempt = new Attempt
        {
            Question = question,
            Step = step ?? 1,
            FilledIn = AnswerForm.Read(posted),
            Current = visit.Answers.To(question),
            Words = words,
        };
        if (await QuestionWay.ElsewhereAsync(context, visit, question, step, receipts) is { } address)
        {
            return LostDraft.Keeps(visit, attempt, address);
        }

        var rotationIsOurs = PostedForm.TryReadRotation(posted, out var rotation);
        if (QuestionHelp.IsAsked(attempt))
        {
            return await help.GiveAsync(context, visit, attempt, rotation);
        }

        var result = rotationIsOurs || visit.Draft is not null ? CheckAnswer.Of(attempt) : attempt.Refuse("check.form");
        if (result is not Accepted(var answer))
        {
            return QuestionPages.Again(visit, attempt, rotation, ((Refused)result).Problems, StatusCodes.Status422UnprocessableEntity);
        }

        if (visit.Draft is null)
        {
            if (newDrafts.Take(context) is { Ticks: > 0 } wait)
            {
                var problems = attempt.Refuse("check.busy", TooBusy.SayWhen(context, wait)).Problems;
                return QuestionPages.Again(visit, attempt, rotation, problems, StatusCodes.Status429TooManyRequests);
            }

            var begun = visit.Begin(words) with { Rotation = rotation, Answers = Answers.None.With(question, answer) };
            var (token, draft) = await visit.Drafts.StartAsync(begun, context.RequestAborted);
            DraftCookie.Keep(context, slug, token);
            return new SeeOther(QuestionWay.After(visit, attempt, CountWay.Saved(visit, question, draft.Answers), draft.Answers));
        }

        var saved = await visit.Drafts.SaveAsync(
            visit.Token!,
            visit.Draft,
            visit.Adding(attempt, answer),
            words.Language,
            context.RequestAborted);
        if (saved is null)
        {
            return LostDraft.Keeps(visit with { Draft = null }, attempt, Addresses.Consultation(slug));
        }

        DraftCookie.Keep(context, slug, visit.Token!);
        return new SeeOther(QuestionWay.After(visit, attempt, CountWay.Saved(visit, question, saved.Answers), saved.Answers));
    }

    /// <summary>The form came without a valid token: nothing is saved, everything typed is shown again with a fresh one.</summary>
    public static async Task<IResult> PostStale(
        HttpContext context, string slug, string id, int? step, FindVisit findVisit, Receipts receipts, InterfaceWords words)
    {
        if (await findVisit.OfAsync(context, slug) is not { } visit || Find(visit, id, step) is not { } question)
        {
            return Results.NotFound();
        }

        var posted = await PostedForm.ReadAsync(context);
        var attempt = new Attempt { Question = question, Step = step ?? 1, FilledIn = AnswerForm.Read(posted), Words = words };
        if (await QuestionWay.ElsewhereAsync(context, visit, question, step, receipts) is { } address)
        {
            return LostDraft.Keeps(visit, attempt, address);
        }

        PostedForm.TryReadRotation(posted, out var rotation);
        return QuestionPages.Again(
            visit,
            attempt,
            rotation,
            attempt.Refuse(AntiforgeryByScheme.HasCookie(context.Request) ? "check.stale" : "check.cookies").Problems,
            StatusCodes.Status400BadRequest);
    }

    /// <summary>It could not be stored: everything that was filled in is shown again.</summary>
    public static async Task<IResult?> NotStoredAsync(HttpContext context, Visit visit)
    {
        var step = int.TryParse(context.GetRouteValue("step") as string, CultureInfo.InvariantCulture, out var number)
            ? number
            : (int?)null;
        if (Find(visit, (string)context.GetRouteValue("id")!, step) is not { } question)
        {
            return null;
        }

        var posted = await PostedForm.ReadAsync(context);
        var attempt = new Attempt
        {
            Question = question,
            Step = step ?? 1,
            FilledIn = AnswerForm.Read(posted),
            Words = VisitorLanguage.Of(context),
        };
        PostedForm.TryReadRotation(posted, out var rotation);
        return QuestionPages.Again(
            visit, attempt, rotation, attempt.Refuse("check.not-stored").Problems, StatusCodes.Status503ServiceUnavailable);
    }

    private static Question? Find(Visit visit, string id, int? step) =>
        visit.Definition.Find(id) is { } question && (step is null || (Steps.Has(question) && Steps.Exists(question, step.Value)))
            ? question
            : null;
}
