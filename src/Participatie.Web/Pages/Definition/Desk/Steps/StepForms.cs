using System.Text;
using Participatie.Surveys.Analysis;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Comparing;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Language;
using Participatie.Web.FormParts;
using Participatie.Web.Pages.Definition.Desk.Comparing;
using Participatie.Web.Pages.Definition.Desk.WorkingCopy;

namespace Participatie.Web.Pages.Definition.Desk.Steps;

/// <summary>Loads what the form of a step shows.</summary>
internal sealed class StepForms(
    Catalogue catalogue, WorkingCopies copies, ReadResponseCounts counts, InterfaceWords words, TimeProvider clock)
{
    /// <returns>Null when there is no such consultation.</returns>
    public async Task<StepView?> ViewAsync(DeskStep step, string slug, HttpContext context)
    {
        if (await DeskConsultation.FindAsync(slug, catalogue, copies, context.RequestAborted) is not { } found)
            return null;
        var now = clock.GetUtcNow();
        var isOver = found.Latest is { } latest && now >= Amsterdam.EndOf(found.Life.ClosesOn(latest));
        return new StepView
        {
            Life = found.Life,
            Title = found.Title,
            Name = step.Name,
            CanBeTaken = found.Life.May(step.Step),
            AsksDay = step.AsksDay,
            // What closed on its day needs no reason: it was promised.
            AsksReason = step.Reason != AskedReason.None && !(step.Step == LifeStep.Closed && isOver),
            IsReasonPublic = step.Reason == AskedReason.Public && (step.Step != LifeStep.Withdrawn || found.Life.HasOpened),
            AsksAnswers = step.Step == LifeStep.Withdrawn && found.Life.HasOpened,
            AsksAgainNow = step.AsksAgain && found.Life.HasOpened && !(step.Step == LifeStep.Closed && isOver),
            IsOver = isOver,
            Seen = found.Life.LastNumber,
            ClosesOn = found.Latest is { } version ? found.Life.ClosesOn(version) : null,
            ResultsBy = found.Latest?.Definition.Charter.ResultsBy,
            Responses = found.Life.HasOpened && step.AsksAgain
                ? (await counts.OfAsync(found.Life.ConsultationId, context.RequestAborted)).All
                : 0,
            // Before it opens: what has to be mended first.
            Document = step.Step is LifeStep.ReviewAsked or LifeStep.Approved or LifeStep.Planned or LifeStep.Opened or LifeStep.Corrected
                ? ProblemsOf(found, now)
                : null,
            SignOffHolds = step.Step == LifeStep.Corrected && found.Life.HasCouncilSignOff ? Holds(found) : null,
            Comparison = step.ShowsComparison && found.Latest is { } published
                ? Comparison.Of(Encoding.UTF8.GetString(DefinitionWriter.Write(published.Definition)), found.Document, words)
                : null,
        };
    }

    /// <summary>Why the domain did not take it, at the field that it is about or for the whole form.</summary>
    public StepView Refused(StepView view, LifeException refused) => refused.Refusal switch
    {
        LifeRefusal.NoReason => At(view, StepEndpoints.Reason, words["staff.refused.NoReason"]),
        LifeRefusal.ReasonTooLong => At(
            view, StepEndpoints.Reason, words.Format("staff.refused.ReasonTooLong", words.Number(StepRequest.LongestReason))),
        LifeRefusal.DayTooEarly or LifeRefusal.DayTooLate => At(
            view, StepEndpoints.Day, words[$"staff.refused.{view.Name}.{refused.Refusal}"]),
        var other => view with { Refusal = words[$"staff.refused.{other}"] },
    };

    /// <returns>Null while the document cannot be read.</returns>
    private static bool? Holds(DeskConsultation found) =>
        found.Latest is { } open && DefinitionReader.Read(Encoding.UTF8.GetBytes(found.Document)).Definition is { } next
            ? TextsOnly.Differ(open.Definition, next)
            : null;

    private static StepView At(StepView view, string field, string message) => view with { Problems = [new Problem(field, message)] };

    private DocumentView ProblemsOf(DeskConsultation found, DateTimeOffset now)
    {
        var report = CheckDocument.Of(found.Document, found.Life, found.Versions, Amsterdam.DayOf(now));
        return DocumentView.Of(found.Document, report with { Tips = [] }, query: null, words);
    }
}

public sealed record StepView
{
    public required ConsultationLife Life { get; init; }

    public required string Title { get; init; }

    /// <summary>Of the step, in addresses and keys.</summary>
    public required string Name { get; init; }

    public required bool CanBeTaken { get; init; }

    public required bool AsksDay { get; init; }

    public required bool AsksReason { get; init; }

    public required bool IsReasonPublic { get; init; }

    public required bool AsksAnswers { get; init; }

    /// <summary>Residents would notice at once: it is asked once more.</summary>
    public required bool AsksAgainNow { get; init; }

    /// <summary>Its last day is over, whether that is recorded or not.</summary>
    public required bool IsOver { get; init; }

    /// <summary>The last event that this form knows of.</summary>
    public required int Seen { get; init; }

    public required DateOnly? ClosesOn { get; init; }

    public required DateOnly? ResultsBy { get; init; }

    public required long Responses { get; init; }

    /// <summary>What residents would answer, with its problems; null when the step is not about it.</summary>
    public required DocumentView? Document { get; init; }

    public required Comparison? Comparison { get; init; }

    /// <summary>Whether what the council signed off holds for a correction too; null where it signed nothing off.</summary>
    public bool? SignOffHolds { get; init; }

    public TypedStep Typed { get; init; } = TypedStep.Nothing;

    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>What happened since the form was opened, oldest first.</summary>
    public IReadOnlyList<LifeEvent> Meanwhile { get; init; } = [];

    /// <summary>It was filled in rightly and is asked once more.</summary>
    public bool IsAskedAgain { get; init; }

    /// <summary>Why it was not done, where that is about no field; null when it is.</summary>
    public string? Refusal { get; init; }

    public bool IsRefused => Refusal is not null || Problems.Count > 0;

    public IReadOnlyList<LifeEvent> Since(int? seen) => seen is { } number ? [.. Life.Events.Where(one => one.Number > number)] : [];
}
