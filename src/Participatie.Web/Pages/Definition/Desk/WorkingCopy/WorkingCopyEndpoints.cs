using System.Globalization;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Comparing;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Language;
using Participatie.Web.Access;
using Participatie.Web.Hosting;
using Participatie.Web.Pages.Definition.Desk.Comparing;

namespace Participatie.Web.Pages.Definition.Desk.WorkingCopy;

/// <summary>The questions as an author works on them: a text, everything that is wrong with it, and what is saved.</summary>
internal static class WorkingCopyEndpoints
{
    public const string Action = "vragen bewaard";

    public static async Task<IResult> Get(
        string slug, HttpContext context, Catalogue catalogue, WorkingCopies copies, InterfaceWords words, TimeProvider clock) =>
        await DeskConsultation.FindAsync(slug, catalogue, copies, context.RequestAborted) is { } found
            ? PageResult.Of<WorkingCopyPage>(View(found, found.Document, context.Request.Query, words, clock))
            : Results.NotFound();

    public static async Task<IResult> Post(
        string slug,
        HttpContext context,
        IFormCollection form,
        Catalogue catalogue,
        WorkingCopies copies,
        RunAudited run,
        InterfaceWords words,
        TimeProvider clock)
    {
        if (await DeskConsultation.FindAsync(slug, catalogue, copies, context.RequestAborted) is not { } found)
            return Results.NotFound();
        var sent = await SentDocument.ReadAsync(form, context.RequestAborted);
        var (revision, refused) = RevisionIn(form) is { } seen
            ? await SaveAsync(found, seen, sent, context, copies, run, words)
            : (0, new Problem(SentDocument.FileField, words["staff.document.nothing"]));
        if (refused is null)
            return new SeeOther(Addresses.WorkingCopy(slug));
        // As it is now: somebody may have saved, or taken a step.
        found = (await DeskConsultation.FindAsync(slug, catalogue, copies, context.RequestAborted))!;
        var text = sent.Uploaded ?? sent.Typed ?? found.Document;
        return PageResult.Of<WorkingCopyPage>(
            View(found, text, query: null, words, clock) with
            {
                Refused = [refused],
                Meanwhile = found.RevisionNumber == (RevisionIn(form) ?? found.RevisionNumber) || revision > 0
                    ? null
                    : new SavedMeanwhile(found.Revision!, Comparison.Of(found.Document, text, words)),
            },
            StatusCodes.Status422UnprocessableEntity);
    }

    /// <returns>The last revision that was saved, and why something else was not.</returns>
    private static async Task<(int Revision, Problem? Refused)> SaveAsync(
        DeskConsultation found,
        int seen,
        SentDocument sent,
        HttpContext context,
        WorkingCopies copies,
        RunAudited run,
        InterfaceWords words)
    {
        // What was typed beside a file is not lost: it is a revision before that of the file.
        List<string> documents = [.. new[] { sent.Typed == found.Document ? null : sent.Typed, sent.Uploaded }.OfType<string>()];
        if (documents.Exists(string.IsNullOrWhiteSpace) || (documents.Count == 0 && sent.Typed is null && !sent.IsNoText))
            return (0, new Problem(SentDocument.FileField, words["staff.document.nothing"]));
        var last = 0;
        foreach (var document in documents)
        {
            try
            {
                last = seen = await run.RunAsync(
                    async scope =>
                    {
                        var number = await copies.SaveAsync(scope, found.Life.ConsultationId, seen, document, Staff.SaidOf(context.User));
                        return (number, Doer.Of(context).Note(Action, found.Life.Slug) with
                        {
                            Before = seen == 0 ? "" : Said(seen),
                            After = Said(number),
                        });
                    },
                    context.RequestAborted);
            }
            catch (LifeException refused)
            {
                return (last, new Problem(SentDocument.TextField, WhyNot(refused.Refusal, words)));
            }
        }

        return (last, sent.IsNoText ? new Problem(SentDocument.FileField, words["staff.document.notext"]) : null);
    }

    internal static string WhyNot(LifeRefusal refusal, InterfaceWords words) => refusal == LifeRefusal.TooLarge
        ? words.Format("staff.refused.TooLarge", words.Number(DefinitionReader.LargestDocument))
        : words[$"staff.refused.document.{refusal}"];

    private static string Said(int revision) => string.Create(CultureInfo.InvariantCulture, $"revisie {revision}");

    private static int? RevisionIn(IFormCollection form) =>
        int.TryParse(form[SentDocument.RevisionField], NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : null;

    private static WorkingCopyView View(
        DeskConsultation found, string text, IQueryCollection? query, InterfaceWords words, TimeProvider clock) => new()
        {
            Slug = found.Life.Slug,
            Title = found.Title,
            State = found.Life.State,
            IsInWork = found.IsInWork,
            IsCorrection = found.Latest is not null,
            Revision = found.Revision,
            Document = DocumentView.Of(
                text,
                CheckDocument.Of(text, found.Life, found.Versions, Amsterdam.DayOf(clock.GetUtcNow())),
                query,
                words),
        };
}

public sealed record WorkingCopyView
{
    public required string Slug { get; init; }

    public required string Title { get; init; }

    public required LifeState State { get; init; }

    /// <summary>Whether it may be changed now.</summary>
    public required bool IsInWork { get; init; }

    /// <summary>Residents answer a version of it already.</summary>
    public required bool IsCorrection { get; init; }

    /// <summary>That is saved last; null when there is none.</summary>
    public required WorkingCopyLine? Revision { get; init; }

    /// <summary>What is saved, or what was sent and not saved.</summary>
    public required DocumentView Document { get; init; }

    public IReadOnlyList<Problem> Refused { get; init; } = [];

    /// <summary>What somebody else saved while this text was written; null when nobody did.</summary>
    public SavedMeanwhile? Meanwhile { get; init; }
}

/// <param name="Revision">Of somebody else.</param>
/// <param name="Comparison">From that one to the text that was not saved.</param>
public sealed record SavedMeanwhile(WorkingCopyLine Revision, Comparison Comparison);
