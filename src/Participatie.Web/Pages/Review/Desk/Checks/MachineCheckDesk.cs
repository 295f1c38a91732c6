using System.Globalization;
using System.Text;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Language;
using Participatie.Surveys.Review.Checks;
using Participatie.Web.Access;
using Participatie.Web.Hosting;
using Participatie.Web.Pages.Definition.Desk;

namespace Participatie.Web.Pages.Review.Desk.Checks;

/// <summary>Shows the newest check of the questions that lie there, and takes the file of another one in.</summary>
internal sealed class MachineCheckDesk(
    Catalogue catalogue, WorkingCopies copies, ReadChecks checks, ImportCheck import, RunAudited run, InterfaceWords words)
{
    public const string File = "bestand";
    private const int RowsOnPage = 20;

    /// <returns>Null when there is no such consultation.</returns>
    public async Task<MachineCheckView?> ViewAsync(string slug, HttpContext context)
    {
        if (await DeskConsultation.FindAsync(slug, catalogue, copies, context.RequestAborted) is not { } found)
            return null;
        var (definition, _) = DefinitionReader.Read(Encoding.UTF8.GetBytes(found.Document));
        var list = definition is null ? null : PageList.Of(definition, slug);
        var check = list is null ? null : await checks.NewestAsync(found.Life.ConsultationId, list.Version, context.RequestAborted);
        var search = PageOf.SearchIn(context);
        List<NamedPage> pages = check is null
            ? []
            : [.. PageFindings.Of(check.Report, list!).Select(page => new NamedPage(NameOf(page.Page, definition!), page))];
        return new MachineCheckView
        {
            Life = found.Life,
            Title = found.Title,
            Revision = found.RevisionNumber,
            CanBeShown = definition is not null,
            Check = check,
            HasEarlier = check is null && await checks.CountAsync(found.Life.ConsultationId, context.RequestAborted) > 0,
            Wrong = pages.Count(page => page.Findings.Found.Count > 0),
            All = pages.Count,
            Missed = check is null
                ? []
                : [.. list!.Languages.Where(language => pages.TrueForAll(page => page.Findings.Missed.Contains(language)))],
            Search = search,
            // Where something is wrong comes first; within that the order of the walk.
            Pages = PageOf.Take(
                [
                    .. pages.Where(page => page.Name.Contains(search, StringComparison.CurrentCultureIgnoreCase))
                        .OrderBy(page => page.Findings.Found.Count == 0),
                ],
                context.Request.Query[PageOf.Name],
                RowsOnPage),
            MayImport = Staff.IsAuthorOf(context.User, slug),
        };
    }

    public async Task<IResult> ImportAsync(string slug, HttpContext context, IFormCollection form)
    {
        if (await ViewAsync(slug, context) is not { } view)
            return Results.NotFound();
        var (report, wrong) = await ReadAsync(form, context.RequestAborted);
        if (report is null)
            return Refused(wrong!);
        var doer = Doer.Of(context);
        try
        {
            await run.RunAsync(
                async scope =>
                {
                    var number = await import.ImportAsync(scope, view.Life.ConsultationId, report, doer.Said);
                    return (number, doer.Note("controle overgenomen", slug) with
                    {
                        After = string.Create(CultureInfo.InvariantCulture, $"controle {number}, {report.Pages.Count} pagina's"),
                    });
                },
                context.RequestAborted);
            return new SeeOther(Addresses.MachineCheck(slug));
        }
        catch (CheckException refused)
        {
            return Refused(words.Format($"staff.check.{refused.Refusal}", view.Revision));
        }

        IResult Refused(string why) => PageResult.Of<MachineCheckPage>(
            view with { Problems = [new Problem(File, why)] }, StatusCodes.Status422UnprocessableEntity);
    }

    private async Task<(CheckReport? Report, string? Wrong)> ReadAsync(IFormCollection form, CancellationToken cancellationToken)
    {
        if (form.Files.GetFile(File) is not { Length: > 0 } file)
            return (null, words["staff.check.file.none"]);
        if (file.Length > CheckReportFile.MostBytes)
            return (null, Said(CheckFault.TooLarge));
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, cancellationToken);
        var reading = CheckReportFile.Read(bytes.ToArray());
        return (reading.Report, reading.Fault is { } fault ? Said(fault) : null);

        string Said(CheckFault fault) => words.Format($"staff.check.{fault}", CheckReportFile.MostBytes / 1024 / 1024);
    }

    private string NameOf(string page, Consultation definition) => page switch
    {
        PageList.Start => words["staff.council.page.start"],
        PageList.Charter => words["staff.check.page.charter"],
        PageList.Check => words["staff.council.page.check"],
        _ => definition.Questions.FirstOrDefault(question => page == new ListedQuestion(question.Id, null, []).Page)?.Text.Dutch ?? page,
    };
}

/// <param name="Name">The question, or what else the page is.</param>
/// <param name="Findings">What the check says of it.</param>
public sealed record NamedPage(string Name, PageFindings Findings);

/// <summary>The page of the check of one consultation.</summary>
public sealed record MachineCheckView
{
    public required ConsultationLife Life { get; init; }

    public required string Title { get; init; }

    /// <summary>Of what lies there.</summary>
    public required int Revision { get; init; }

    /// <summary>Whether what lies there can be shown at all.</summary>
    public required bool CanBeShown { get; init; }

    /// <summary>The newest of what lies there; null without one.</summary>
    public required StoredCheck? Check { get; init; }

    /// <summary>There is one, of an earlier version.</summary>
    public required bool HasEarlier { get; init; }

    /// <summary>Pages on which something is wrong.</summary>
    public required int Wrong { get; init; }

    /// <summary>Pages in all, whatever was searched.</summary>
    public required int All { get; init; }

    /// <summary>Languages in which no page was looked at.</summary>
    public required IReadOnlyList<string> Missed { get; init; }

    public required PageOf<NamedPage> Pages { get; init; }

    public required string Search { get; init; }

    public required bool MayImport { get; init; }

    public IReadOnlyList<Problem> Problems { get; init; } = [];
}
