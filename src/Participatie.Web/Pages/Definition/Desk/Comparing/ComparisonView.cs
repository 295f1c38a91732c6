using Participatie.Surveys.Definition;

namespace Participatie.Web.Pages.Definition.Desk.Comparing;

/// <param name="Slug">Of the consultation.</param>
/// <param name="Title">Of the consultation.</param>
/// <param name="From">The older document, as it was asked for.</param>
/// <param name="To">The newer one, as it was asked for.</param>
public sealed record ComparisonView(string Slug, string Title, string From, string To)
{
    public string FromName { get; init; } = "";

    public string ToName { get; init; } = "";

    /// <summary>Null when one of the two is not there.</summary>
    public required Comparison? Comparison { get; init; }

    public required IReadOnlyList<Problem> Wrong { get; init; }
}
