using System.Globalization;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Language;
using Participatie.Web.Access;
using Participatie.Web.FormParts;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Definition.Desk.Steps;

/// <summary>The form of one step: what will happen, what has to be said with it, and the button.</summary>
internal static class StepEndpoints
{
    public const string Reason = "reden";
    public const string Day = "dag";
    public const string Answers = "antwoorden";
    public const string Seen = "gezien";
    public const string Sure = "zeker";

    public static Delegate Get(DeskStep step) =>
        async (string slug, HttpContext context, StepForms forms) =>
            await forms.ViewAsync(step, slug, context) is { } view
                ? PageResult.Of<StepPage>(view, view.CanBeTaken ? StatusCodes.Status200OK : StatusCodes.Status409Conflict)
                : Results.NotFound();

    public static Delegate Post(DeskStep step) =>
        async (string slug, HttpContext context, IFormCollection form, StepForms forms, RunAudited run, InterfaceWords words) =>
        {
            if (await forms.ViewAsync(step, slug, context) is not { } view)
                return Results.NotFound();
            var typed = TypedStep.From(form);
            var day = step.AsksDay ? typed.Day.Read(words.Culture) : null;
            view = Checked(view, typed, day, words);
            if (!view.IsRefused && view.AsksAgainNow && !typed.IsSure)
                return PageResult.Of<StepPage>(view with { Typed = typed, IsAskedAgain = true });
            if (!view.IsRefused)
            {
                try
                {
                    await TakeAsync(step, view, typed, new StepInput(day, typed.Answers ?? AnswersOnWithdrawal.Counted), context, run);
                    return new SeeOther(Addresses.DeskConsultation(slug));
                }
                catch (LifeException refused)
                {
                    // As it stands now, not as it stood when this request began.
                    view = forms.Refused((await forms.ViewAsync(step, slug, context))!, refused);
                }
            }

            return PageResult.Of<StepPage>(
                view with { Typed = typed, Meanwhile = view.Since(typed.Seen) }, StatusCodes.Status422UnprocessableEntity);
        };

    private static Task<LifeEvent> TakeAsync(
        DeskStep step, StepView view, TypedStep typed, StepInput input, HttpContext context, RunAudited run) => run.RunAsync(
        async scope =>
        {
            var request = new StepRequest
            {
                ConsultationId = view.Life.ConsultationId,
                Who = Staff.SaidOf(context.User),
                Seen = typed.Seen,
                Reason = typed.Reason,
            };
            var taken = await step.Take(context.RequestServices, scope, request, input);
            return (taken, Doer.Of(context).Note(step.Name, view.Life.Slug) with { Before = Before(view.Life), After = Said(taken) });
        },
        context.RequestAborted);

    private static StepView Checked(StepView view, TypedStep typed, DateOnly? day, InterfaceWords words)
    {
        // What happened meanwhile is said first: what was typed may be of no use any more.
        if (typed.Seen is null || typed.Seen != view.Life.LastNumber || !view.CanBeTaken)
        {
            return view with
            {
                Refusal = words[typed.Seen is null ? "staff.refused.form"
                    : typed.Seen != view.Life.LastNumber ? "staff.refused.ChangedMeanwhile"
                    : "staff.refused.NotFromHere"],
            };
        }

        return view with
        {
            Problems =
            [
                .. Missing(view.AsksDay && day is null, Day, typed.Day.IsEmpty ? "staff.refused.NoDay" : "staff.refused.NotADay", words),
                .. Missing(view.AsksReason && PerceivedText.ShowsNothing(typed.Reason), Reason, "staff.refused.NoReason", words),
                .. Missing(view.AsksAnswers && typed.Answers is null, Answers, "staff.refused.NoAnswers", words),
            ],
        };
    }

    private static Problem[] Missing(bool isMissing, string field, string key, InterfaceWords words) =>
        isMissing ? [new Problem(field, words[key])] : [];

    private static string Before(ConsultationLife life) => life.State.ToString();

    private static string Said(LifeEvent taken) => string.Join(
        "; ",
        new[]
        {
            taken.Step.ToString(),
            taken.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            taken.Version is { } version ? string.Create(CultureInfo.InvariantCulture, $"versie {version}") : null,
            taken.Answers?.ToString(),
            taken.Reason.Length == 0 ? null : taken.Reason,
        }.OfType<string>());
}

/// <summary>What somebody filled in, kept whatever it is.</summary>
public sealed record TypedStep(string Reason, DayFields Day, AnswersOnWithdrawal? Answers, int? Seen, bool IsSure)
{
    public const string Counted = "tellen";
    public const string Deleted = "wissen";

    public static TypedStep Nothing { get; } = new("", DayFields.Nothing, null, null, IsSure: false);

    public static TypedStep From(IFormCollection form) => new(
        form[StepEndpoints.Reason].ToString().ReplaceLineEndings("\n"),
        DayFields.From(form, StepEndpoints.Day),
        form[StepEndpoints.Answers].ToString() switch
        {
            Counted => AnswersOnWithdrawal.Counted,
            Deleted => AnswersOnWithdrawal.Deleted,
            _ => null,
        },
        int.TryParse(form[StepEndpoints.Seen], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : null,
        form[StepEndpoints.Sure].Count > 0);
}
