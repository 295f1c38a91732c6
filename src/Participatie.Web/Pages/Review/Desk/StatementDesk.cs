using System.Globalization;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Surveys.Review.Criteria;
using Participatie.Surveys.Review.Statement;
using Participatie.Web.Access;
using Participatie.Web.FormParts;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Review.Desk;

/// <summary>What an administrator does to the statement: each change is a revision with a line in the audit log.</summary>
internal sealed class StatementDesk(
    ReadCompliance compliance, SaveStatement save, RunAudited run, Settings settings, HelpDesk help, InterfaceWords words)
{
    private const int RowsOnPage = 20;

    /// <summary>What this program is called, whatever the site is.</summary>
    private const string Platform = "Participatie";

    public async Task<StatementView> ViewAsync(HttpContext context)
    {
        var now = await compliance.NowAsync(settings.AccessibilityStudy, context.RequestAborted);
        var text = now.Latest?.Text ?? Usual(context);
        return new StatementView
        {
            Now = now,
            Revision = now.Latest?.Revision ?? 0,
            Text = text,
            Planned = Of(text.PlannedOn),
            SignedOn = Of(text.SignedOn),
            History = PageOf.Take(
                await compliance.HistoryAsync(context.RequestAborted), context.Request.Query[PageOf.Name], RowsOnPage),
        };
    }

    public async Task<IResult> SaveAsync(HttpContext context, IFormCollection form)
    {
        var view = await ViewAsync(context);
        var (planned, signed) = (DayFields.From(form, StatementForm.Planned), DayFields.From(form, StatementForm.SignedOn));
        var way = form[StudyForm.Way].ToString();
        // What the form does not have stays: a button that only takes faults over comes without fields.
        var isWhole = form.ContainsKey(StatementForm.About[0].Name);
        var typed = !isWhole ? view.Text
            : StatementForm.About.Concat(StatementForm.Contact)
                .Aggregate(view.Text, (text, field) => field.Set(text, StudyForm.Words(form, field.Name))) with
            {
                PlannedOn = planned.Read(words.Culture),
                SignedOn = signed.Read(words.Culture),
                RegisterLink = StudyForm.Words(form, StatementForm.Register),
                RegisterStatus = Enum.TryParse<ComplianceStatus>(form[StatementForm.RegisterStatus], out var status) && Enum.IsDefined(status)
                    ? status
                    : null,
            };
        if (isWhole)
            view = view with { Text = typed, Planned = planned, SignedOn = signed };
        var problems = isWhole ? DaysOf(view).ToList() : [];
        if (problems.Count > 0)
            return Refused(view with { Problems = problems });
        if (way == StatementForm.Take && view.Now.Study is { } study)
            typed = typed.WithFaultsOf(study.Study);
        var refused = await SaveAsync(
            context,
            form,
            typed,
            way == StatementForm.Sign ? StatementState.InForce : StatementState.Draft,
            way == StatementForm.Sign ? "verklaring getekend" : "verklaring gewijzigd");
        if (refused is null)
            return new SeeOther(Addresses.StatementDesk);
        var later = await ViewAsync(context);
        return Refused(view with
        {
            Revision = later.Revision,
            Problems = [.. refused.Problems.Select(StatementForm.AtField)],
            Refusal = Meanwhile(refused),
        });

        static IResult Refused(StatementView view) =>
            PageResult.Of<StatementPage>(view, StatusCodes.Status422UnprocessableEntity);
    }

    /// <returns>Null when there is no such fault, and it is not the next one either.</returns>
    public async Task<FaultView?> FaultAsync(int number, HttpContext context)
    {
        var latest = await compliance.LatestAsync(context.RequestAborted);
        var text = latest?.Text ?? new StatementText();
        var fault = text.Faults.FirstOrDefault(one => one.Number == number);
        if (fault is null && number != text.NextFault)
            return null;
        return new FaultView(
            latest?.Revision ?? 0,
            fault ?? new Fault { Number = number },
            fault is null,
            fault?.Criterion is { } id ? SuccessCriteria.Find(id)?.Number ?? "" : "",
            Of(fault?.PlannedOn));
    }

    public async Task<IResult> SaveFaultAsync(HttpContext context, IFormCollection form, FaultView view)
    {
        var day = DayFields.From(form, StatementForm.Planned);
        var number = StudyForm.Words(form, StatementForm.Criterion);
        var criterion = SuccessCriteria.All.FirstOrDefault(one => one.Number == number);
        var fault = StatementForm.OfFault.Aggregate(view.Fault, (one, field) => field.Set(one, StudyForm.Words(form, field.Name))) with
        {
            Criterion = criterion?.Id,
            PlannedOn = day.Read(words.Culture),
        };
        var isRemoved = form[StudyForm.Way] == StatementForm.Remove;
        view = isRemoved ? view : view with { Fault = fault, Criterion = number, Planned = day };
        if (!isRemoved && ProblemsOf(view, criterion).ToList() is { Count: > 0 } problems)
            return Refused(view with { Problems = problems });
        var text = (await compliance.LatestAsync(context.RequestAborted))?.Text ?? Usual(context);
        text = isRemoved
            ? text with { Faults = [.. text.Faults.Where(one => one.Number != view.Fault.Number)] }
            : text.With(fault);
        var refused = await SaveAsync(
            context, form, text, StatementState.Draft, isRemoved ? "bekende fout weggehaald" : "bekende fout bewaard");
        if (refused is null)
            return new SeeOther(Addresses.StatementDesk);
        return Refused(view with
        {
            Revision = (await compliance.LatestAsync(context.RequestAborted))?.Revision ?? 0,
            Problems = [.. refused.Problems.Select(problem => problem with { At = StatementForm.OfFault[0].Name })],
            Refusal = Meanwhile(refused),
        });

        static IResult Refused(FaultView view) =>
            PageResult.Of<StatementFaultPage>(view, StatusCodes.Status422UnprocessableEntity);
    }

    private IEnumerable<Problem> ProblemsOf(FaultView view, Criterion? criterion)
    {
        if (view.Criterion.Length > 0 && criterion is null)
            yield return new Problem(StatementForm.Criterion, words["staff.statement.fault.criterion.wrong"]);
        if (PerceivedText.ShowsNothing(view.Fault.What))
            yield return new Problem(StatementForm.OfFault[0].Name, words["staff.statement.fault.what.wrong"]);
        foreach (var problem in StatementCheck.Of(view.Fault))
            yield return problem with { At = StatementForm.OfFault.First(field => field.Member == problem.At).Name };
        if (!view.Planned.IsEmpty && view.Fault.PlannedOn is null)
            yield return new Problem(StatementForm.Planned, words["staff.refused.NotADay"]);
    }

    private IEnumerable<Problem> DaysOf(StatementView view)
    {
        if (!view.Planned.IsEmpty && view.Text.PlannedOn is null)
            yield return new Problem(StatementForm.Planned, words["staff.refused.NotADay"]);
        if (!view.SignedOn.IsEmpty && view.Text.SignedOn is null)
            yield return new Problem(StatementForm.SignedOn, words["staff.refused.NotADay"]);
    }

    /// <returns>Null when it was done.</returns>
    private async Task<StatementException?> SaveAsync(
        HttpContext context, IFormCollection form, StatementText text, StatementState state, string action)
    {
        var seen = int.TryParse(form[StudyForm.Seen], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
        var doer = Doer.Of(context);
        try
        {
            await run.RunAsync(
                async scope =>
                {
                    await save.SaveAsync(scope, seen, text, state, doer.Said);
                    return (true, doer.Note(action, "toegankelijkheid/verklaring") with
                    {
                        After = string.Create(CultureInfo.InvariantCulture, $"versie {seen + 1}, {text.Faults.Count} fouten"),
                    });
                },
                context.RequestAborted);
            return null;
        }
        catch (StatementException refused)
        {
            return refused;
        }
    }

    private string? Meanwhile(StatementException refused) => refused.IsChangedMeanwhile ? words["staff.statement.meanwhile"] : null;

    private static DayFields Of(DateOnly? day) => day is { } known ? DayFields.Of(known) : DayFields.Nothing;

    /// <summary>With what the site knows already.</summary>
    private StatementText Usual(HttpContext context) => new()
    {
        Site = words["frame.name"],
        Platform = Platform,
        Organisation = words["frame.organisation"],
        Address = PublicAddress.Of(context),
        Scope = words["staff.statement.usual.scope"],
        PlannedOn = settings.AccessibilityStudy,
        Measures = words["staff.statement.usual.measures"],
        Mail = help.Mail,
        Phone = help.Phone,
        Complaint = words["staff.statement.usual.complaint"],
    };
}
