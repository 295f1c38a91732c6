using System.Globalization;
using Participatie.Surveys.Analysis.Following;
using Participatie.Surveys.Analysis.Representation;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;
using Participatie.Web.Access;
using Participatie.Web.Hosting;
using Participatie.Web.Pages.Definition.Desk;

namespace Participatie.Web.Pages.Analysis.Desk;

/// <summary>How it goes with a consultation: who takes part, who is missing. No answers, so whoever works on it may look.</summary>
internal static class FollowEndpoints
{
    public const string Way = "keuze";
    public const string Consent = "ja";
    public const string NoConsent = "nee";

    /// <summary>The figures that somebody says yes to: others may be in use by then.</summary>
    public const string Figures = "cijfers";

    /// <summary>The id of what is said about the figures.</summary>
    public const string AboutFigures = "cijfers";

    private const int DaysOnPage = 31;

    /// <param name="desk">The group of staff.</param>
    public static void MapFollow(this IEndpointRouteBuilder desk)
    {
        var address = Addresses.Patterns.Follow[Addresses.Desk.Length..];
        desk.MapGet(address, Get).RequireAuthorization(Staff.OnConsultation);
        desk.MapPost(address, Post).RequireAuthorization(Staff.OnConsultation);
    }

    public static async Task<IResult> Get(
        string slug,
        HttpContext context,
        Catalogue catalogue,
        ReadFollow follow,
        ReadProgress progress,
        ReadInhabitants inhabitants,
        InterfaceWords words)
    {
        await catalogue.RefreshAsync(context.RequestAborted);
        if (catalogue.Latest(slug) is not { } latest)
            return Results.NotFound();
        var followed = await follow.OfAsync(latest.ConsultationId, context.RequestAborted);
        var inUse = await inhabitants.OfAsync(latest.ConsultationId, context.RequestAborted);
        var versions = catalogue.VersionsOf(latest.ConsultationId);
        // The newest wording of a group, whatever version asks for it.
        var questions = versions.Reverse().SelectMany(version => version.Definition.Questions).ToList();
        var place = questions.Find(question => question.Dimension == FollowState.Place);
        return PageResult.Of<FollowPage>(new FollowView
        {
            Slug = slug,
            Title = latest.Definition.Title,
            Responses = followed.Responses,
            Days = PageOf.Take(followed.Days, context.Request.Query[PageOf.Name], DaysOnPage),
            Counted = followed.State.Responses,
            Groups = FollowTables.Of(
                followed.State,
                [.. versions.SelectMany(version => version.Definition.Languages).Distinct(StringComparer.Ordinal)],
                questions.Find(question => question.Dimension == FollowState.Age),
                place,
                words),
            AsksPlace = place is not null,
            Missing = CompareWithInhabitants.Of(
                followed.State.Of(FollowState.Place), SteppedCounts.MostHidden, inUse.Figures),
            Inhabitants = inUse,
            Way = FollowWay.Of(questions, await progress.OfAsync(latest.ConsultationId, context.RequestAborted), words),
            MayUpload = Staff.MayBegin(context.User),
        });
    }

    /// <summary>Somebody says yes or no to old figures in the summary of this consultation.</summary>
    public static async Task<IResult> Post(
        string slug,
        HttpContext context,
        IFormCollection form,
        Catalogue catalogue,
        ChangeInhabitants change,
        RunAudited run)
    {
        if (catalogue.Latest(slug) is not { } latest)
            return Results.NotFound();
        if (int.TryParse(form[Figures], NumberStyles.None, CultureInfo.InvariantCulture, out var figures)
            && form[Way].ToString() is Consent or NoConsent)
        {
            var isYes = form[Way] == Consent;
            var doer = Doer.Of(context);
            await run.RunAsync(
                async scope =>
                {
                    var isDone = isYes
                        ? await change.ConsentAsync(scope, latest.ConsultationId, figures, doer.Said)
                        : await ChangeInhabitants.TakeBackConsentAsync(scope, latest.ConsultationId, figures);
                    var note = doer.Note(isYes ? "oude inwonercijfers toegestaan" : "oude inwonercijfers niet meer toegestaan", slug);
                    return (isDone, note with
                    {
                        Result = isDone ? AuditNote.Done : AuditNote.Refused,
                        After = string.Create(CultureInfo.InvariantCulture, $"cijfers {figures}"),
                    });
                },
                context.RequestAborted);
        }

        return new SeeOther($"{Addresses.Follow(slug)}#{AboutFigures}");
    }
}
