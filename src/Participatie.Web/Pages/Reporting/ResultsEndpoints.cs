using Participatie.Surveys.Analysis;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Language;
using Participatie.Surveys.Reporting.Decisions;
using Participatie.Surveys.Reporting.Results;
using Participatie.Surveys.Reporting.Summary;

namespace Participatie.Web.Pages.Reporting;

/// <summary>The results: a page for each population, and one for each question by group, so that none is heavy.</summary>
internal static class ResultsEndpoints
{
    private static readonly Population[] All = Enum.GetValues<Population>();

    /// <summary>The page of one population; null: of those who came by the open link or on paper.</summary>
    public static Delegate Of(Population? whose) =>
        (string slug,
            Catalogue catalogue,
            ReadResultPage results,
            ReadDecisions decisions,
            ReadSummaries summaries,
            InterfaceWords words,
            TimeProvider clock,
            CancellationToken cancellationToken) =>
            PageAsync(slug, whose, catalogue, results, decisions, summaries, words, clock, cancellationToken);

    public static async Task<IResult> GetByGroup(
        string slug, string id, Catalogue catalogue, ReadResultPage results, InterfaceWords words, CancellationToken cancellationToken)
    {
        if (catalogue.Latest(slug) is not { } version)
        {
            return Results.NotFound();
        }

        var parts = await PartsAsync(
            version, question => question.Key == id && question.Breakdowns.Count > 0, results, words, cancellationToken);
        return parts.Count == 0 ? Results.NotFound() : PageResult.Of<GroupsPage>(new PartsView(version.Definition, parts));
    }

    public static async Task<IResult> GetPeople(
        string slug, Catalogue catalogue, ReadResultPage results, InterfaceWords words, CancellationToken cancellationToken)
    {
        if (catalogue.Latest(slug) is not { } version)
        {
            return Results.NotFound();
        }

        var parts = await PartsAsync(version, question => question.IsAboutPeople, results, words, cancellationToken);
        return parts.Count == 0 ? Results.NotFound() : PageResult.Of<PeoplePage>(new PartsView(version.Definition, parts));
    }

    private static async Task<IReadOnlyList<ResultPart>> PartsAsync(
        PublishedVersion version,
        Func<QuestionResult, bool> isShown,
        ReadResultPage results,
        InterfaceWords words,
        CancellationToken cancellationToken)
    {
        var parts = new List<ResultPart>();
        foreach (var population in All)
        {
            var page = await results.ReadAsync(version.ConsultationId, words.Language, population, cancellationToken);
            if (page?.Questions.Where(isShown).ToList() is { Count: > 0 } questions)
            {
                parts.Add(new ResultPart(population, questions));
            }
        }

        return parts;
    }

    private static bool IsAsked(Consultation definition, Population? whose) => whose switch
    {
        Population.Invited => definition.Invitation != InvitationRule.None,
        Population.Organisation => definition.Organisations,
        _ => true,
    };

    private static async Task<IResult> PageAsync(
        string slug,
        Population? whose,
        Catalogue catalogue,
        ReadResultPage results,
        ReadDecisions decisions,
        ReadSummaries summaries,
        InterfaceWords words,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        if (catalogue.Latest(slug) is not { } version)
        {
            return Results.NotFound();
        }

        var definition = version.Definition;
        var page = await results.ReadAsync(version.ConsultationId, words.Language, whose, cancellationToken);
        if (page is not { Questions.Count: > 0 } && !IsAsked(definition, whose))
        {
            return Results.NotFound();
        }

        var now = clock.GetUtcNow();
        return PageResult.Of<ResultsPage>(new ResultsView
        {
            Definition = definition,
            Page = page,
            IsPart = whose is not null,
            Closed = catalogue.StateOf(version, now) != OpenState.Open,
            Life = catalogue.LifeOf(version),
            Decisions = await decisions.PublicOfAsync(version.ConsultationId, cancellationToken),
            HasSummary = await summaries.HasPublicAsync(version.ConsultationId, cancellationToken),
            NotBefore = ResultsView.FirstDay(catalogue, version, now),
            Promises = Promise.Of(catalogue.LifeOf(version), version, Amsterdam.DayOf(now)),
        });
    }
}
