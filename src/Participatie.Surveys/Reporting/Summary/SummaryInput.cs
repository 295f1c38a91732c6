using Participatie.Surveys.Analysis.OpenAnswers;
using Participatie.Surveys.Analysis.Publishing;
using Participatie.Surveys.Analysis.Representation;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Reporting.Decisions;

namespace Participatie.Surveys.Reporting.Summary;

/// <summary>All that a summary is made of: nothing that is not public already.</summary>
public sealed record SummaryInput
{
    /// <summary>All versions of the consultation.</summary>
    public required IReadOnlyList<PublishedVersion> Versions { get; init; }

    public required ConsultationLife Life { get; init; }

    /// <summary>The prepared rows: while it is open those of the last public look, without splits.</summary>
    public required IReadOnlyList<PublishedQuestion> Published { get; init; }

    /// <summary>When they were published last.</summary>
    public required DateTimeOffset CountedAt { get; init; }

    /// <summary>Nobody can answer any more.</summary>
    public required bool IsClosed { get; init; }

    /// <summary>By question, and under the empty id about all of it: what everybody may read.</summary>
    public required IReadOnlyDictionary<string, Decision> Decisions { get; init; }

    public required IReadOnlyList<ReleasedText> Released { get; init; }

    /// <summary>How many codes were made for letters.</summary>
    public required long Letters { get; init; }

    /// <summary>Who lives where, as far as it may be compared with; null when nobody knows.</summary>
    public InhabitantsInUse? Inhabitants { get; init; }

    /// <summary>Today, for what was promised.</summary>
    public required DateOnly Today { get; init; }

    public PublishedVersion Latest => Versions[^1];
}
