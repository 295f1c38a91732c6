using Participatie.Surveys.Analysis;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Reporting.Decisions;
using Participatie.Surveys.Reporting.Results;

namespace Participatie.Web.Pages.Reporting;

/// <summary>What a result page shows of one consultation.</summary>
public sealed record ResultsView
{
    public required Consultation Definition { get; init; }

    /// <summary>Null or without questions: nothing was published yet.</summary>
    public required ResultPage? Page { get; init; }

    /// <summary>It is the page of one population, behind the consultation's own.</summary>
    public required bool IsPart { get; init; }

    /// <summary>Nobody can answer any more.</summary>
    public required bool Closed { get; init; }

    /// <summary>Where it stands and how it got there.</summary>
    public required ConsultationLife Life { get; init; }

    /// <summary>By question, and under the empty id about all of it: what everybody may read.</summary>
    public required IReadOnlyDictionary<string, Decision> Decisions { get; init; }

    /// <summary>The day until which nothing will be shown; null when only too few people answered so far.</summary>
    public required DateOnly? NotBefore { get; init; }

    /// <summary>Staff published a summary.</summary>
    public required bool HasSummary { get; init; }

    /// <summary>How what was promised stands.</summary>
    public required IReadOnlyList<Promise> Promises { get; init; }

    /// <summary>The day until which no result is shown, however many answered; null when that day is over or there is none.</summary>
    public static DateOnly? FirstDay(Catalogue catalogue, PublishedVersion latest, DateTimeOffset now) =>
        latest.Definition.Results == ResultsMoment.WhileOpen || catalogue.StateOf(latest, now) != OpenState.Open
            ? null
            : catalogue.ClosesOn(latest);

    /// <summary>The page of that population; people who came by themselves have the consultation's own.</summary>
    public static string AddressOf(string slug, Population population) => population switch
    {
        Population.Invited => Addresses.ResultsOfInvited(slug),
        Population.Organisation => Addresses.ResultsOfOrganisations(slug),
        _ => Addresses.Results(slug),
    };
}

/// <param name="Definition">Of the consultation.</param>
/// <param name="Parts">Some questions of each population that is shown there.</param>
public sealed record PartsView(Consultation Definition, IReadOnlyList<ResultPart> Parts);

public sealed record ResultPart(Population Population, IReadOnlyList<QuestionResult> Questions);
