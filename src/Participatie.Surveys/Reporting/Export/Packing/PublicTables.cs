using Participatie.Surveys.Analysis.OpenAnswers;
using Participatie.Surveys.Analysis.Publishing;
using Participatie.Surveys.Reporting.OpenData;

namespace Participatie.Surveys.Reporting.Export.Packing;

/// <summary>What everybody may know of a consultation now: what the public pages and the open data are made of, and nothing else.</summary>
/// <param name="Changed">When a number changed last.</param>
/// <param name="Published">The prepared rows, with what is protected left out.</param>
/// <param name="Answers">What people wrote and staff released.</param>
/// <param name="History">What happened, and what was decided.</param>
public sealed record PublicTables(
    DateTimeOffset Changed, IReadOnlyList<PublishedQuestion> Published, IReadOnlyList<ReleasedText> Answers, OpenHistory History);
