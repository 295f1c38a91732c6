using System.Globalization;
using Participatie.Surveys.Analysis.Representation;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;
using Participatie.Web.Access;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Analysis.Desk;

/// <summary>
/// The figures that who takes part is held against: for all consultations at once. A file is shown first, with what changes; nothing is in
/// use before somebody says so, and it can be taken back.
/// </summary>
internal static class InhabitantsEndpoints
{
    /// <param name="desk">The group of staff.</param>
    public static void MapInhabitants(this IEndpointRouteBuilder desk)
    {
        var address = Addresses.Inhabitants[Addresses.Desk.Length..];
        desk.MapGet(address, Get).RequireAuthorization(Staff.NewConsultations);
        desk.MapPost(address, Post).RequireAuthorization(Staff.NewConsultations).WithMetadata(FormLimits.Upload);
    }

    public static async Task<IResult> Get(HttpContext context, InhabitantsDesk desk) =>
        PageResult.Of<InhabitantsPage>(await desk.ViewAsync(context));

    public static Task<IResult> Post(HttpContext context, IFormCollection form, InhabitantsDesk desk) =>
        form[InhabitantsForm.Way].ToString() switch
        {
            InhabitantsForm.Use => desk.UseAsync(context, form),
            InhabitantsForm.TakeBack => desk.TakeBackAsync(context, form),
            _ => desk.LookAsync(context, form),
        };
}

/// <summary>The names of the fields.</summary>
internal static class InhabitantsForm
{
    public const string Way = "keuze";
    public const string Look = "bekijk";
    public const string Use = "gebruik";
    public const string TakeBack = "terug";
    public const string File = "bestand";
    public const string Source = "bron";
    public const string Year = "jaar";
    public const string Number = "nummer";

    public const int LongestSource = 200;
    public const int FirstYear = 1990;

    /// <summary>With how many people live in that municipality.</summary>
    public static string Of(string municipality) => $"inwoners-{municipality}";
}

/// <summary>Shows and changes them.</summary>
internal sealed class InhabitantsDesk(
    ReadInhabitants inhabitants, ChangeInhabitants change, RunAudited run, InterfaceWords words, TimeProvider clock)
{
    public async Task<InhabitantsView> ViewAsync(HttpContext context)
    {
        var now = await inhabitants.ReadAsync(context.RequestAborted);
        return new InhabitantsView { Now = now, IsOld = now.IsOld(Today) };
    }

    /// <summary>A file came: says what would change, or why it cannot be read.</summary>
    public async Task<IResult> LookAsync(HttpContext context, IFormCollection form)
    {
        var (source, year) = (form[InhabitantsForm.Source].ToString().Trim(), form[InhabitantsForm.Year].ToString().Trim());
        var problems = new List<Problem>();
        var found = await FiguresInAsync(form, source, year, problems, context.RequestAborted);
        if (source.Length is 0 or > InhabitantsForm.LongestSource)
            problems.Add(new Problem(
                InhabitantsForm.Source, words.Format("staff.inhabitants.source.wrong", InhabitantsForm.LongestSource)));
        var view = await ViewAsync(context) with { Source = source, Year = year, Problems = problems };
        return problems.Count > 0
            ? PageResult.Of<InhabitantsPage>(view, StatusCodes.Status422UnprocessableEntity)
            : PageResult.Of<InhabitantsPage>(view with { Found = found, IsFoundOld = found!.IsOld(Today) });
    }

    /// <summary>What was shown is put in use; the form carries it, so it is read as strictly as a file.</summary>
    public async Task<IResult> UseAsync(HttpContext context, IFormCollection form)
    {
        var places = PlaceQuestion.Municipalities.Select(place => place.Id).ToList();
        var csv = string.Join(
            '\n', places.Select(id => $"{id};{form[InhabitantsForm.Of(id)].ToString().Trim()}").Prepend("gemeente;inwoners"));
        var source = form[InhabitantsForm.Source].ToString().Trim();
        var found = source.Length is 0 or > InhabitantsForm.LongestSource || YearIn(form[InhabitantsForm.Year].ToString()) is not { } year
            ? null
            : StatLineFile.Read(System.Text.Encoding.UTF8.GetBytes(csv), year, source).Figures;
        if (found is null)
            return PageResult.Of<InhabitantsPage>(
                await ViewAsync(context) with
                {
                    Source = source,
                    Problems = [new Problem(InhabitantsForm.File, words["staff.inhabitants.file.none"])],
                },
                StatusCodes.Status422UnprocessableEntity);
        var doer = Doer.Of(context);
        await run.RunAsync(
            async scope =>
            {
                var before = await change.UseAsync(scope, found, doer.Said);
                return (true, doer.Note("inwonercijfers vervangen", Said(found)) with { Before = Said(before), After = Said(found) });
            },
            context.RequestAborted);
        return new SeeOther(Addresses.Inhabitants);
    }

    public async Task<IResult> TakeBackAsync(HttpContext context, IFormCollection form)
    {
        if (int.TryParse(form[InhabitantsForm.Number], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            var doer = Doer.Of(context);
            await run.RunAsync(
                async scope =>
                {
                    var (takenBack, now) = await ChangeInhabitants.TakeBackAsync(scope, number);
                    return (true, doer.Note("inwonercijfers teruggehaald", Said(takenBack ?? now)) with
                    {
                        Result = takenBack is null ? AuditNote.Refused : AuditNote.Done,
                        After = Said(now),
                    });
                },
                context.RequestAborted);
        }

        return new SeeOther(Addresses.Inhabitants);
    }

    private DateOnly Today => Amsterdam.DayOf(clock.GetUtcNow());

    private async Task<InhabitantFigures?> FiguresInAsync(
        IFormCollection form, string source, string typedYear, List<Problem> problems, CancellationToken cancellationToken)
    {
        var year = YearIn(typedYear);
        if (typedYear.Length > 0 && year is null)
            problems.Add(new Problem(InhabitantsForm.Year, words.Format("staff.inhabitants.year.wrong", Today.Year)));
        if (form.Files.GetFile(InhabitantsForm.File) is not { Length: > 0 } file)
        {
            problems.Insert(0, new Problem(InhabitantsForm.File, words["staff.inhabitants.file.none"]));
            return null;
        }

        if (file.Length > StatLineFile.MostBytes)
        {
            problems.Insert(0, new Problem(InhabitantsForm.File, words["staff.inhabitants.file.large"]));
            return null;
        }

        using var bytes = new MemoryStream((int)file.Length);
        await using var content = file.OpenReadStream();
        await content.CopyToAsync(bytes, cancellationToken);
        var found = StatLineFile.Read(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), year, source);
        if (found.Refusal is { } refusal)
            problems.Insert(0, WhyNot(refusal, found.Municipalities));
        else if (found.Figures!.Year < InhabitantsForm.FirstYear || found.Figures.Year > Today.Year)
            problems.Insert(0, new Problem(
                InhabitantsForm.File, words.Format("staff.inhabitants.year.unlikely", found.Figures.Year)));
        return found.Figures;
    }

    private Problem WhyNot(StatLineRefusal refusal, IReadOnlyList<string> municipalities) => refusal == StatLineRefusal.NoYear
        ? new Problem(InhabitantsForm.Year, words["staff.inhabitants.NoYear"])
        : new Problem(InhabitantsForm.File, words.Format(
            $"staff.inhabitants.{refusal}",
            string.Join(", ", municipalities.Select(id => RepresentationSentence.NameOf(id, words)))));

    private int? YearIn(string typed) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && year >= InhabitantsForm.FirstYear && year <= Today.Year
            ? year
            : null;

    private static string Said(InhabitantFigures figures) =>
        string.Create(CultureInfo.InvariantCulture, $"{figures.Year}, {figures.Source}");
}

public sealed record InhabitantsView
{
    /// <summary>In use.</summary>
    public required InhabitantFigures Now { get; init; }

    public required bool IsOld { get; init; }

    /// <summary>In the file that was sent; null when there is none to say yes to.</summary>
    public InhabitantFigures? Found { get; init; }

    public bool IsFoundOld { get; init; }

    /// <summary>As typed.</summary>
    public string Source { get; init; } = "";

    public string Year { get; init; } = "";

    public IReadOnlyList<Problem> Problems { get; init; } = [];
}
