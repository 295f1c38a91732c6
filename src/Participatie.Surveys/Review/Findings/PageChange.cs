using Participatie.Surveys.Definition.Comparing;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Review.Findings;

/// <summary>Something on a page that is not what it was, as somebody reads it in one language.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Before">The words that stood there; null where there were none.</param>
/// <param name="After">The words that stand there now; null where there are none.</param>
public sealed record PageChange(DifferenceKind Kind, Passage? Before, Passage? After);
