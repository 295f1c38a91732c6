using Participatie.Surveys.Analysis;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Language;
using Participatie.Web.Access;
using Participatie.Web.Pages.Definition.Desk.Overview;

namespace Participatie.Web.Pages.Definition.Desk.Steps;

/// <summary>Where a consultation stands, how it got there and what can be done now.</summary>
internal static class ConsultationEndpoints
{
    private const int EventsOnPage = 20;

    public static async Task<IResult> Get(
        string slug,
        HttpContext context,
        Catalogue catalogue,
        WorkingCopies copies,
        ReadResponseCounts counts,
        InterfaceWords words,
        TimeProvider clock)
    {
        if (await DeskConsultation.FindAsync(slug, catalogue, copies, context.RequestAborted) is not { } found)
            return Results.NotFound();
        var now = clock.GetUtcNow();
        var report = found.IsInWork
            ? CheckDocument.Of(found.Document, found.Life, found.Versions, Amsterdam.DayOf(now))
            : null;
        // With the council: what staff do then is on the page of its rounds.
        var isWithCouncil = found.Life.State == LifeState.InReview;
        var main = isWithCouncil ? null : NextStep.Of(found, report, now);
        var mayWrite = Staff.IsAuthorOf(context.User, slug);
        var mine = DeskSteps.All.Where(step => found.Life.May(step.Step) && step.IsFor(context.User, slug)).ToList();
        return PageResult.Of<ConsultationPage>(new ConsultationView
        {
            Life = found.Life,
            Title = found.Title,
            Standing = Standing.Of(found.Life, found.Latest, now, words),
            Promises = found.Latest is { } latest ? PromiseLine.Of(found.Life, latest, Amsterdam.DayOf(now)) : [],
            Responses = found.Life.HasOpened ? await counts.OfAsync(found.Life.ConsultationId, context.RequestAborted) : null,
            MayWrite = mayWrite,
            IsWithCouncil = isWithCouncil,
            MaySeeAnswers = Staff.IsAnalystOf(context.User, slug),
            Problems = report?.Problems.Count ?? 0,
            MendsFirst = mayWrite && main == null && report is { Problems.Count: > 0 } && found.Life.State == LifeState.Concept,
            Main = mine.Find(step => step.Step == main)?.Name,
            WaitsFor = main is { } step && !DeskSteps.For(step).IsFor(context.User, slug) ? DeskSteps.For(step).Name : null,
            Others = [.. mine.Where(one => one.Step != main && IsOffered(one.Step, found, now)).Select(one => one.Name)],
            Events = PageOf.Take([.. found.Life.Events.Reverse()], context.Request.Query[PageOf.Name], EventsOnPage),
            Revision = found.Revision,
        });
    }

    /// <summary>What would only say that it cannot be done is left out.</summary>
    private static bool IsOffered(LifeStep step, DeskConsultation found, DateTimeOffset now) => step switch
    {
        LifeStep.Corrected => found.Latest is { } latest && Opening.Of(found.Life, latest, now) == OpenState.Open,
        _ => true,
    };
}

public sealed record ConsultationView
{
    public required ConsultationLife Life { get; init; }

    public required string Title { get; init; }

    /// <summary>Where it stands: a few sentences.</summary>
    public required IReadOnlyList<string> Standing { get; init; }

    /// <summary>Of the version that residents answer.</summary>
    public required IReadOnlyList<PromiseLine> Promises { get; init; }

    public required ResponseCount? Responses { get; init; }

    public required bool MayWrite { get; init; }

    /// <summary>The council is asked, or about to be.</summary>
    public required bool IsWithCouncil { get; init; }

    public required bool MaySeeAnswers { get; init; }

    /// <summary>Of the working copy, while it can be changed.</summary>
    public required int Problems { get; init; }

    /// <summary>There is nothing to ask for before the questions are mended.</summary>
    public required bool MendsFirst { get; init; }

    /// <summary>The step that comes now; null when it is nobody's, or somebody else's, turn.</summary>
    public required string? Main { get; init; }

    /// <summary>The step that comes now and that somebody else takes.</summary>
    public required string? WaitsFor { get; init; }

    public required IReadOnlyList<string> Others { get; init; }

    /// <summary>The newest first.</summary>
    public required PageOf<LifeEvent> Events { get; init; }

    public required WorkingCopyLine? Revision { get; init; }
}
