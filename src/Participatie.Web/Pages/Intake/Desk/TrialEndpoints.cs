using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Intake.Trials;
using Participatie.Surveys.Language;
using Participatie.Surveys.Storage;
using Participatie.Web.Access;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Intake.Desk;

/// <summary>Trials, for administrators: makes one, lists them, removes one after asking again.</summary>
internal static class TrialEndpoints
{
    public const string Sample = "voorbeeld";
    public const string Responses = "reacties";

    public static void MapTrials(this IEndpointRouteBuilder desk)
    {
        var trials = desk.MapGroup("").RequireAuthorization(Staff.Administrator);
        trials.MapGet(Addresses.Trials[Addresses.Desk.Length..], Get);
        trials.MapPost(Addresses.Trials[Addresses.Desk.Length..], Post);
        trials.MapGet(Addresses.Patterns.RemoveTrial[Addresses.Desk.Length..], GetRemove);
        trials.MapPost(Addresses.Patterns.RemoveTrial[Addresses.Desk.Length..], PostRemove);
    }

    public static async Task<IResult> Get(HttpContext context, Catalogue catalogue, Database database) =>
        PageResult.Of<TrialsPage>(await ViewAsync(context, catalogue, database));

    public static async Task<IResult> Post(
        HttpContext context, IFormCollection form, Catalogue catalogue, Database database, Trials trials, InterfaceWords words)
    {
        var (wanted, typed) = (form[Sample].ToString(), form[Responses].ToString().Trim());
        var problems = new List<Problem>();
        var sample = SampleFiles.Read().FirstOrDefault(sample => sample.Slug == wanted);
        if (sample is null)
            problems.Add(new Problem(Sample, words["staff.trials.sample.wrong"]));
        if (!int.TryParse(TypedDigits.Plain(typed), NumberStyles.None, CultureInfo.InvariantCulture, out var responses)
            || responses is < 1 or > FillTrial.Most)
            problems.Add(new Problem(Responses, words.Format("staff.trials.responses.wrong", FillTrial.Most)));
        if (problems.Count > 0)
        {
            return PageResult.Of<TrialsPage>(
                (await ViewAsync(context, catalogue, database)) with { Sample = wanted, Typed = typed, Problems = problems },
                StatusCodes.Status422UnprocessableEntity);
        }

        await trials.MakeAsync(
            sample!,
            responses,
            seed: 1,
            Staff.SaidOf(context.User),
            AuditNote.NetworkOf(context.Connection.RemoteIpAddress),
            context.RequestAborted);
        return new SeeOther($"{Addresses.Trials}#{TrialsView.List}");
    }

    public static IResult GetRemove(string slug, Catalogue catalogue) => TrialOf(catalogue, slug) is { } trial
        ? PageResult.Of<RemoveTrialPage>(trial.Definition)
        : Results.NotFound();

    public static async Task<IResult> PostRemove(HttpContext context, string slug, Catalogue catalogue, Trials trials) =>
        TrialOf(catalogue, slug) is not null
        && await trials.RemoveAsync(
            slug,
            Staff.SaidOf(context.User),
            AuditNote.NetworkOf(context.Connection.RemoteIpAddress),
            context.RequestAborted)
            ? new SeeOther(Addresses.Trials)
            : Results.NotFound();

    private static PublishedVersion? TrialOf(Catalogue catalogue, string slug) =>
        catalogue.Latest(slug) is { } version && catalogue.LifeOf(version).IsTrial ? version : null;

    private static async Task<TrialsView> ViewAsync(HttpContext context, Catalogue catalogue, Database database)
    {
        await using var db = database.NewContext();
        var counts = await db.Responses.AsNoTracking()
            .Where(response => response.ConsultationId >= ConsultationEntry.FirstTrial && response.State != ResponseState.Withdrawn)
            .GroupBy(response => response.ConsultationId)
            .Select(group => new { Id = group.Key, Count = group.LongCount() })
            .ToDictionaryAsync(row => row.Id, row => row.Count, context.RequestAborted);
        return new TrialsView
        {
            Samples = SampleFiles.Read(),
            Trials =
            [
                .. catalogue.All.Where(version => catalogue.LifeOf(version).IsTrial)
                    .OrderByDescending(version => version.PublishedAt)
                    .Select(version => new TrialRow(version.Definition, counts.GetValueOrDefault(version.ConsultationId))),
            ],
        };
    }
}

public sealed record TrialsView
{
    /// <summary>The id of the list.</summary>
    public const string List = "proeven";

    public required IReadOnlyList<Consultation> Samples { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<TrialRow> Trials { get; init; }

    /// <summary>That was chosen, when the form is shown again.</summary>
    public string? Sample { get; init; }

    public string Typed { get; init; } = "500";

    public IReadOnlyList<Problem> Problems { get; init; } = [];
}

/// <param name="Trial">Its version.</param>
/// <param name="Responses">That came in and were not withdrawn.</param>
public sealed record TrialRow(Consultation Trial, long Responses);
