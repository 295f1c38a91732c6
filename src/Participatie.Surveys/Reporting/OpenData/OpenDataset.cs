using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;

namespace Participatie.Surveys.Reporting.OpenData;

/// <summary>A consultation whose figures everybody may take.</summary>
/// <param name="Latest">What is asked.</param>
/// <param name="Life">Where it stands and how it got there.</param>
/// <param name="Changed">When a figure changed last: the day of the count.</param>
public sealed record OpenDataset(PublishedVersion Latest, ConsultationLife Life, DateTimeOffset Changed);
