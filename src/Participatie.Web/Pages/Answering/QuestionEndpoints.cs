using System.Globalization;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Answering.Checks;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Intake;
using Participatie.Web.Frame;
using Participatie.Web.Hosting;
using Participatie.Web.QuestionInputs;

namespace Participatie.Web.Pages.Answering;

/// <summary>One question a page: shows it, takes its answer, and says where to go on.</summary>
internal static class QuestionEndpoints
{
    public static async Task<IResult> Get(HttpContext context, string slug, string id, int? step, Visits visits, Receipts receipts)
    {
        if (await visits.OfAsync(context, slug) is not { } visit || Find(visit, id, step) is not { } question)
        {
            return Results.NotFound();
        }

        if (await ElsewhereAsync(context, visit, question, step, receipts) is { } address)
        {
            return new SeeOther(address);
        }

        var rotation = visit.Draft?.Rotation ?? Drafts.NewRotation();
        var asked = new Asked
        {
            Question = question,
            Step = step ?? 1,
            Answer = visit.Answers.To(question),
            Rotation = rotation,
        };
        return Page(visit, asked, isEasier: context.Request.Query.ContainsKey(QuestionHelp.Explained) ? QuestionHelp.MakeEasier(context, visit) : null);
    }

    public static async Task<IResult> Post(
        HttpContext context, string slug, string id, int? step, Visits visits, Drafts drafts, ResumeDraft resume, Receipts receipts, QuestionHelp help)
    {
        if (await visits.OfAsync(context, slug) is not { } visit || Find(visit, id, step) is not { } question)
        {
            return Results.NotFound();
        }

        var posted = await PostedForm.ReadAsync(context);
        if (visit.IsMoved && posted.First(LostDraft.TakesBack) is not null && await resume.TakeBackAsync(visit.Token!, context.RequestAborted))
        {
            visit = await visits.OfAsync(context, slug) ?? visit;
        }

        // Not as a parameter: help may show this page in easier words, and what was asked for before stays.
        var words = VisitorLanguage.Of(context);
        var attempt = new Attempt
        {
            Question = question,
            Step = step ?? 1,
            Posted = posted,
            Current = visit.Answers.To(question),
            Words = words,
        };
        if (await ElsewhereAsync(context, visit, question, step, receipts) is { } address)
        {
            return LostDraft.Keeps(visit, attempt, address);
        }

        if (QuestionHelp.IsAsked(attempt))
        {
            return await help.GiveAsync(context, visit, attempt);
        }

        var rotationIsOurs = PostedForm.TryReadRotation(posted, out var rotation);
        var result = rotationIsOurs || visit.Draft is not null ? CheckAnswer.Of(attempt) : attempt.Refuse("check.form");
        if (result is not Accepted(var answer))
        {
            return Again(visit, attempt, rotation, ((Refused)result).Problems, StatusCodes.Status422UnprocessableEntity);
        }

        if (visit.Draft is null)
        {
            var begun = visit.Begin(words) with { Rotation = rotation, Answers = Answers.None.With(question, answer) };
            var (token, draft) = await drafts.StartAsync(begun, context.RequestAborted);
            DraftCookie.Keep(context, slug, token);
            return new SeeOther(After(visit, attempt, draft.Answers));
        }

        var saved = await drafts.SaveAsync(
            visit.Token!,
            visit.Draft,
            // Another tab may have answered in between: what this form says is then looked at again, on top of that.
            answers => CheckAnswer.Of(attempt with { Current = answers.To(question) }) is Accepted(var again) ? answers.With(question, again) : answers,
            words.Language,
            context.RequestAborted);
        if (saved is null)
        {
            return LostDraft.Keeps(visit with { Draft = null }, attempt, Addresses.Consultation(slug));
        }

        DraftCookie.Keep(context, slug, visit.Token!);
        return new SeeOther(After(visit, attempt, saved.Answers));
    }

    /// <summary>The form came without a valid token: nothing is saved, everything typed is shown again with a fresh one.</summary>
    public static async Task<IResult> PostStale(HttpContext context, string slug, string id, int? step, Visits visits, Receipts receipts, Words words)
    {
        if (await visits.OfAsync(context, slug) is not { } visit || Find(visit, id, step) is not { } question)
        {
            return Results.NotFound();
        }

        var posted = await PostedForm.ReadAsync(context);
        var attempt = new Attempt { Question = question, Step = step ?? 1, Posted = posted, Words = words };
        if (await ElsewhereAsync(context, visit, question, step, receipts) is { } address)
        {
            return LostDraft.Keeps(visit, attempt, address);
        }

        PostedForm.TryReadRotation(posted, out var rotation);
        return Again(visit, attempt, rotation, attempt.Refuse("check.stale").Problems, StatusCodes.Status400BadRequest);
    }

    private static Question? Find(Visit visit, string id, int? step) =>
        visit.Definition.Find(id) is { } question && (step is null || (Steps.Has(question) && Steps.Exists(question, step.Value))) ? question : null;

    /// <summary>Where the resident belongs when it is not here; null when it is.</summary>
    private static async ValueTask<string?> ElsewhereAsync(HttpContext context, Visit visit, Question question, int? step, Receipts receipts)
    {
        if (visit.IsMoved)
        {
            return Addresses.TakeBack(visit.Slug);
        }

        if (visit.Draft is null)
        {
            if (visit.Token is { } token && await receipts.OfAsync(token, context.RequestAborted) is not null)
            {
                return Addresses.Thanks(visit.Slug);
            }

            if (visit.State != OpenState.Open || visit.Definition.Invitation == InvitationRule.Required)
            {
                return Addresses.Consultation(visit.Slug);
            }
        }
        else if (visit.State == OpenState.Closed || (visit.Definition.Invitation == InvitationRule.Required && visit.Draft.Invitation is null))
        {
            return Addresses.Consultation(visit.Slug);
        }

        if (!visit.Journey.MayVisit(question))
        {
            return visit.NextAddress;
        }

        return Steps.Has(question) && (step is null || !Steps.MayVisit(question, visit.Answers.To(question), step.Value))
            ? visit.AddressOf(question, visit.Answers)
            : null;
    }

    private static string After(Visit visit, Attempt attempt, Answers answers)
    {
        var question = attempt.Question;
        var answer = answers.To(question);
        if (question is BudgetQuestion && Ways.Shifted(attempt.Way) is var (shifted, more))
        {
            return $"{visit.AddressOf(question, answers)}#{BudgetShift.IdOf(shifted, more)}";
        }

        var staysInOrder = question is RankingQuestion ranking
            && Steps.MayVisit(ranking, answer, Steps.OrderStep(ranking))
            && (attempt.Step != Steps.OrderStep(ranking) || attempt.Way != Ways.Next);
        // Back at the choice that was moved. A fragment, because it is never sent: no log on the way learns what somebody chose.
        return staysInOrder || !answers.IsWhole(question)
            ? visit.AddressOf(question, answers) + (Ways.Moved(attempt.Way) is var (choice, _) ? "#" + RankingInput.PlaceOf(choice) : "")
            : Onward(visit, attempt, Journey.Of(visit.Definition, answers), answers);
    }

    /// <summary>The next open question. When none is left, the check page, at the answer that was changed when there was one before.</summary>
    private static string Onward(Visit visit, Attempt attempt, Journey journey, Answers answers) =>
        visit.NextIn(journey, answers) + (journey.IsComplete && visit.Journey.IsComplete ? "#" + CheckView.RowOf(attempt.Question, attempt.Step) : "");

    private static IResult Again(Visit visit, Attempt attempt, int rotation, IReadOnlyList<Problem> problems, int status) =>
        Page(visit, AskedAgain(visit, attempt, rotation) with { Problems = problems }, status);

    internal static IResult Page(Visit visit, Asked asked, int status = StatusCodes.Status200OK, bool? isEasier = null)
    {
        var view = QuestionView.Of(visit, asked) with { IsEasier = isEasier };
        return new PageResult<QuestionPage>(new(StringComparer.Ordinal) { [nameof(QuestionPage.Model)] = view })
        {
            Status = status,
            Fill = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [Blank.DraftMark] = visit.Draft is null ? "" : visit.Token!.Mark,
                [Blank.Rotation] = asked.Rotation.ToString(CultureInfo.InvariantCulture),
            },
            // Seen for the first time, or once more with one choice out of a list: few pages for many people, and nobody's own words in them.
            KeptAs = asked is { Typed: null, Answer: null or Chosen or Missing } ? view : null,
        };
    }

    /// <summary>The question as it was sent, with everything that was filled in.</summary>
    internal static Asked AskedAgain(Visit visit, Attempt attempt, int rotation) => new()
    {
        Question = attempt.Question,
        Step = attempt.Step,
        Answer = visit.Answers.To(attempt.Question),
        Typed = attempt.Posted,
        Rotation = visit.Draft?.Rotation ?? rotation,
    };
}
