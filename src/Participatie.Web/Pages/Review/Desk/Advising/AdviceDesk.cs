using System.Globalization;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Surveys.Review.Advising;
using Participatie.Surveys.Review.Findings;
using Participatie.Surveys.Review.Rounds;
using Participatie.Web.Access;
using Participatie.Web.Hosting;
using Participatie.Web.Pages.Review.Advising;
using Participatie.Web.Pages.Review.Desk.Council;

namespace Participatie.Web.Pages.Review.Desk.Advising;

/// <summary>What the council advised, for administrators: a list, a form to write one down, and one with the answer of the province.</summary>
internal sealed class AdviceDesk(
    Catalogue catalogue, ReadAdvice advice, GiveAdvice give, AnswerAdvice answer, RunAudited run, InterfaceWords words, TimeProvider clock)
{
    private const int RowsOnPage = 20;
    private const string Subject = "advies";

    public async Task<DeskAdvicesView> ListAsync(HttpContext context)
    {
        var search = PageOf.SearchIn(context);
        var all = await advice.AllAsync(context.RequestAborted);
        return new DeskAdvicesView
        {
            Rows = PageOf.Take(
                [.. all.Where(one => one.Entry.Text.Contains(search, StringComparison.CurrentCultureIgnoreCase)
                    || AboutOf(one).Contains(search, StringComparison.CurrentCultureIgnoreCase))],
                context.Request.Query[PageOf.Name],
                RowsOnPage).Select(rows => rows.Select(RowOf)),
            Search = search,
            Consultations =
            [
                .. catalogue.Lives.Where(life => !life.IsTrial).Select(life => (life.Slug, TitleOf(life.Slug)))
                    .OrderBy(one => one.Item2, StringComparer.CurrentCulture),
            ],
        };
    }

    /// <returns>Null when there is no such advice.</returns>
    public async Task<DeskAdviceView?> OneAsync(int number, HttpContext context) =>
        await advice.OneAsync(number, context.RequestAborted) is { } one ? new DeskAdviceView(RowOf(one)) : null;

    public async Task<IResult> GiveAsync(HttpContext context, IFormCollection form)
    {
        var typed = new TypedAdvice(
            CouncilForm.Text(form, MemberAdviceEndpoints.WordsField),
            form[MemberAdviceEndpoints.AboutField].ToString(),
            form[MemberAdviceEndpoints.AskedField].ToString());
        var refused = new Refused(
            typed.ProblemsIn(words, "staff.council.NoText", "staff.council.subject.none", "staff.advice.asked.none"));
        if (refused.IsNothing)
        {
            try
            {
                var number = await run.RunAsync(
                    async scope =>
                    {
                        var slug = typed.About == MemberAdviceEndpoints.Product ? "" : typed.About;
                        var given = await give.ForCouncilAsync(
                            scope, new NewAdvice(slug, typed.Words, typed.IsAsked), Staff.SaidOf(context.User));
                        return (given, Note(context, "advies opgeschreven", given));
                    },
                    context.RequestAborted);
                return new SeeOther(Addresses.DeskAdvice(number));
            }
            catch (ReviewException why)
            {
                refused = Because(
                    why, why.Refusal == ReviewRefusal.Unknown ? MemberAdviceEndpoints.AboutField : MemberAdviceEndpoints.WordsField);
            }
        }

        var now = await ListAsync(context);
        return PageResult.Of<DeskAdvicesPage>(now with { Typed = typed, Refused = refused }, StatusCodes.Status422UnprocessableEntity);
    }

    public async Task<IResult> AnswerAsync(DeskAdviceView view, HttpContext context, IFormCollection form)
    {
        var typed = TypedAnswer.From(form);
        var number = view.Row.Advice.Number;
        var refused = Missing(typed);
        if (refused.IsNothing)
        {
            try
            {
                var request = new AdviceRequest(number, CouncilForm.Number(form, CouncilForm.Seen), Staff.SaidOf(context.User));
                await run.RunAsync(
                    async scope =>
                    {
                        await answer.AnswerAsync(
                            scope,
                            request,
                            new FindingAnswer(typed.Kind!.Value, typed.Words, typed.Easy) { Day = typed.Day.Read(words.Culture) });
                        return (number, Note(context, "advies beantwoord", number));
                    },
                    context.RequestAborted);
                return new SeeOther(Addresses.DeskAdvice(number));
            }
            catch (ReviewException why)
            {
                refused = Because(why, CouncilForm.Words);
            }
        }

        var now = (await OneAsync(number, context))!;
        return PageResult.Of<DeskAdvicePage>(now with { Typed = typed, Refused = refused }, StatusCodes.Status422UnprocessableEntity);
    }

    private static AuditNote Note(HttpContext context, string action, int number) =>
        Doer.Of(context).Note(action, Subject) with { After = number.ToString(CultureInfo.InvariantCulture) };

    private DeskAdviceRow RowOf(CouncilAdvice one) => new(one, AboutOf(one), one.IsLate(Amsterdam.DayOf(clock.GetUtcNow())));

    private string AboutOf(CouncilAdvice one) => one.IsOnProduct ? words["staff.advice.product"] : TitleOf(one.Entry.Slug);

    private string TitleOf(string slug) => catalogue.Latest(slug)?.Definition.Title.Dutch ?? slug;

    private Refused Missing(TypedAnswer typed) => new(
    [
        .. At(typed.Kind is null, CouncilForm.Kind, "staff.council.answer.none"),
        .. At(typed.Kind == AnswerKind.Later && typed.Day.Read(words.Culture) is null, CouncilForm.Day, "staff.council.NoDay"),
        .. At(PerceivedText.ShowsNothing(typed.Words), CouncilForm.Words, "staff.council.NoText"),
        .. At(PerceivedText.ShowsNothing(typed.Easy), CouncilForm.Easy, "staff.council.NoText"),
    ]);

    private Refused Because(ReviewException refused, string field) => refused.Refusal switch
    {
        ReviewRefusal.NoDay => new(At(true, CouncilForm.Day, "staff.council.NoDay")),
        ReviewRefusal.TextTooLong or ReviewRefusal.Unknown => new(At(true, field, $"staff.council.{refused.Refusal}")),
        var other => new([]) { Why = words[$"staff.council.{other}"] },
    };

    private Problem[] At(bool isMissing, string field, string key) => isMissing ? [new Problem(field, words[key])] : [];
}

/// <param name="Advice">With its answers.</param>
/// <param name="About">The title of the consultation, or that it is about the product.</param>
/// <param name="IsLate">Everybody sees that.</param>
public sealed record DeskAdviceRow(CouncilAdvice Advice, string About, bool IsLate);

public sealed record DeskAdvicesView
{
    public required PageOf<DeskAdviceRow> Rows { get; init; }

    public required string Search { get; init; }

    /// <summary>That an advice may be about.</summary>
    public required IReadOnlyList<(string Slug, string Title)> Consultations { get; init; }

    public TypedAdvice Typed { get; init; } = TypedAdvice.Nothing;

    public Refused Refused { get; init; } = Refused.Nothing;

    public string PageAt(int page) => PageOf.AddressOf(Addresses.DeskAdvices, Search, page);
}

public sealed record DeskAdviceView(DeskAdviceRow Row)
{
    public TypedAnswer Typed { get; init; } = TypedAnswer.Nothing;

    public Refused Refused { get; init; } = Refused.Nothing;
}
