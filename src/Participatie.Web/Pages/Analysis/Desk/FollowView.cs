using Participatie.Surveys.Analysis;
using Participatie.Surveys.Analysis.Following;
using Participatie.Surveys.Analysis.Representation;
using Participatie.Surveys.Language;
using Participatie.Surveys.Reporting.Results;
using Participatie.Web.Pages.Definition.Desk;

namespace Participatie.Web.Pages.Analysis.Desk;

public sealed record FollowView
{
    public required string Slug { get; init; }

    public required Text Title { get; init; }

    public required ResponseCount Responses { get; init; }

    /// <summary>The newest first.</summary>
    public required PageOf<DayCount> Days { get; init; }

    /// <summary>How many responses the groups are of.</summary>
    public required long Counted { get; init; }

    /// <summary>Empty when too few took part to show any group.</summary>
    public required IReadOnlyList<FollowTable> Groups { get; init; }

    public required bool AsksPlace { get; init; }

    /// <summary>Null when too few are known to say anything.</summary>
    public required RepresentationOfPlaces? Missing { get; init; }

    public required InhabitantsInUse Inhabitants { get; init; }

    /// <summary>Where people stop; null when too few came by.</summary>
    public required FollowWay? Way { get; init; }

    public required bool MayUpload { get; init; }
}

/// <param name="Id">Of its heading.</param>
/// <param name="Heading">A question.</param>
/// <param name="Table">A row a group.</param>
public sealed record FollowTable(string Id, string Heading, ResultTable Table);
