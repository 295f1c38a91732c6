namespace Participatie.Surveys.Review.Studies;

/// <summary>A study as it stood at one moment.</summary>
/// <param name="Number">Of the study.</param>
/// <param name="Revision">1, 2, 3, … of this study.</param>
/// <param name="State">What it is.</param>
/// <param name="Study">All of it.</param>
/// <param name="At">When.</param>
/// <param name="Who">Never for the public.</param>
public sealed record StudyRevision(int Number, int Revision, StudyState State, Study Study, DateTimeOffset At, string Who)
{
    internal static StudyRevision Of(StudyEntry entry) => new(
        entry.Number,
        entry.Revision,
        (StudyState)entry.State,
        StudyJson.Read(entry.Document),
        DateTimeOffset.FromUnixTimeMilliseconds(entry.At),
        entry.Who);
}

/// <summary>A line of the history of a study.</summary>
public sealed record StudyLine(int Revision, StudyState State, DateTimeOffset At, string Who);
