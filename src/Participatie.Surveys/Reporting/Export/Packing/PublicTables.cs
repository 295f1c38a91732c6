using Participatie.Surveys.Analysis.OpenAnswers;
using Participatie.Surveys.Analysis.Publishing;
using Participatie.Surveys.Reporting.OpenData;

namespace Participatie.Surveys.Reporting.Export.Packing;

/// <summary>What everybody may know of a consultation now: what the public pages and the open data are made of, and nothing else.</summary>
/// <param name="Changed">When a number changed last.</param>
/// <param name="Published">The prepared rows, with what is protected left out.</param>
/// <param name="History">What happened, and what was decided.</param>
public sealed record PublicTables(DateTimeOffset Changed, IReadOnlyList<PublishedQuestion> Published, OpenHistory History)
{
    /// <summary>What people wrote and staff released, in an order that says nothing of who wrote two of them.</summary>
    public IAsyncEnumerable<ReleasedText> Answers { get; init; } = AsyncEnumerable.Empty<ReleasedText>();

    /// <summary>How many codes were made for letters.</summary>
    public long Letters { get; init; }
}
