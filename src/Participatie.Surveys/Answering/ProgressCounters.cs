using System.Collections.Concurrent;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Answering;

/// <summary>What is counted of the way through the questions. The numbers are stored.</summary>
public enum ProgressMeasure : short
{
    /// <summary>Somebody came to the question for the first time.</summary>
    Seen,

    /// <summary>Somebody got past it, with an answer; whoever answers otherwise later moves.</summary>
    Answered,
    Skipped,
    DontKnow,
    RatherNot,

    /// <summary>Seconds that somebody looked at a page of it before getting past, all people together.</summary>
    Seconds,

    /// <summary>How many people these seconds are of.</summary>
    Timed,
}

/// <param name="ConsultationId">Of the consultation.</param>
/// <param name="Version">Its number.</param>
/// <param name="QuestionId">Of the question.</param>
/// <param name="Measure">What is counted.</param>
/// <param name="Number">How many more; fewer when people changed their mind.</param>
public sealed record ProgressChange(int ConsultationId, int Version, string QuestionId, ProgressMeasure Measure, long Number);

/// <summary>
/// Where people go and where they stop, counted in memory while they walk: sums of many, without a person, a draft or a moment. Somebody
/// writes them down every minute (<see cref="Take"/>), so a page costs no more than adding to a number. Whoever left is whoever came and
/// did not get past.
/// </summary>
public sealed class ProgressCounters
{
    /// <summary>Somebody who made tea in between: they count as having looked so long.</summary>
    private static readonly TimeSpan LongestLook = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<(int ConsultationId, int Version), VersionCounters> _versions = new();

    /// <summary>Somebody begins with the question.</summary>
    public void Seen(PublishedVersion version, Question question) => Of(version).Add(question, ProgressMeasure.Seen, 1);

    /// <summary>An answer was saved.</summary>
    /// <param name="version">That the draft answers.</param>
    /// <param name="question">Of the answer.</param>
    /// <param name="before">The way as it was.</param>
    /// <param name="after">The way with the answer.</param>
    /// <param name="answers">Before and after it.</param>
    /// <param name="look">How long its page was looked at; null when nobody knows.</param>
    public void Saved(
        PublishedVersion version, Question question, Journey before, Journey after, (Answers Before, Answers After) answers, TimeSpan? look)
    {
        var counters = Of(version);
        var (was, now) = (OutcomeOf(question, answers.Before), OutcomeOf(question, answers.After));
        if (was is null && look is { } time)
        {
            counters.Add(question, ProgressMeasure.Seconds, (long)Math.Min(time.TotalSeconds, LongestLook.TotalSeconds));
            if (now is not null)
            {
                counters.Add(question, ProgressMeasure.Timed, 1);
            }
        }

        if (was != now)
        {
            if (was is { } left)
            {
                counters.Add(question, left, -1);
            }

            if (now is { } chosen)
            {
                counters.Add(question, chosen, 1);
            }
        }

        // Where the way leads now and did not lead before: its page comes next. Looked at again it is not counted again.
        if (after.FirstOpen is { } next && next.Id != before.FirstOpen?.Id && answers.After.To(next) is null)
        {
            counters.Add(next, ProgressMeasure.Seen, 1);
        }
    }

    /// <summary>All that was counted since the last time, in the order of the keys; from then on it is somebody else's to keep.</summary>
    public IReadOnlyList<ProgressChange> Take() =>
    [
        .. _versions.OrderBy(version => version.Key)
            .SelectMany(version => version.Value.Take(version.Key.ConsultationId, version.Key.Version)),
    ];

    /// <summary>What was taken could not be written down.</summary>
    public void PutBack(IEnumerable<ProgressChange> taken)
    {
        foreach (var change in taken)
        {
            if (_versions.TryGetValue((change.ConsultationId, change.Version), out var counters))
            {
                counters.Add(change.QuestionId, change.Measure, change.Number);
            }
        }
    }

    private static ProgressMeasure? OutcomeOf(Question question, Answers answers) => !answers.IsWhole(question)
        ? null
        : answers.To(question) is Missing missing
            ? missing.Reason switch
            {
                Reason.Skipped => ProgressMeasure.Skipped,
                Reason.DontKnow => ProgressMeasure.DontKnow,
                _ => ProgressMeasure.RatherNot,
            }
            : ProgressMeasure.Answered;

    private VersionCounters Of(PublishedVersion version) => _versions.TryGetValue((version.ConsultationId, version.Number), out var known)
        ? known
        : _versions.GetOrAdd((version.ConsultationId, version.Number), new VersionCounters(version.Definition));

    private sealed class VersionCounters
    {
        private static readonly int Measures = Enum.GetValues<ProgressMeasure>().Length;

        private readonly Dictionary<string, int> _places;
        private readonly long[] _cells;

        public VersionCounters(Consultation definition)
        {
            _places = definition.Questions.Index().ToDictionary(
                question => question.Item.Id, question => question.Index, StringComparer.Ordinal);
            _cells = new long[_places.Count * Measures];
        }

        public void Add(Question question, ProgressMeasure measure, long number) => Add(question.Id, measure, number);

        public void Add(string question, ProgressMeasure measure, long number) =>
            Interlocked.Add(ref _cells[(_places[question] * Measures) + (int)measure], number);

        public IEnumerable<ProgressChange> Take(int consultationId, int version) =>
            from place in _places.OrderBy(place => place.Key, StringComparer.Ordinal)
            from measure in Enum.GetValues<ProgressMeasure>()
            let number = Interlocked.Exchange(ref _cells[(place.Value * Measures) + (int)measure], 0)
            where number != 0
            select new ProgressChange(consultationId, version, place.Key, measure, number);
    }
}
