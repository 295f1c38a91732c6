using System.Globalization;
using Participatie.Surveys.Answering;

namespace Participatie.Surveys.Analysis.Following;

/// <summary>
/// What is shown of one question of a version: who got past it, how, and who did not, in steps of ten (<see cref="SteppedCounts"/>).
/// Renewed when ten more people came to it; how they got past it only when ten more did. So nobody who helps one person on the phone sees
/// what that person does with a question.
/// </summary>
/// <param name="Basis">The numbers that it was made from, by their names.</param>
/// <param name="Shown">What is shown, by the same names; one that is missing has too few.</param>
public sealed record ShownProgress(IReadOnlyDictionary<string, long> Basis, IReadOnlyDictionary<string, long> Shown)
{
    public const string Answered = nameof(ProgressMeasure.Answered);
    public const string Skipped = nameof(ProgressMeasure.Skipped);
    public const string DontKnow = nameof(ProgressMeasure.DontKnow);
    public const string RatherNot = nameof(ProgressMeasure.RatherNot);

    /// <summary>Came and did not get past: stopped, or still busy.</summary>
    public const string Left = "Left";
    public const string Seen = nameof(ProgressMeasure.Seen);
    public const string NotUnderstood = "NotUnderstood";

    /// <summary>How long people look before they get past, on average; to five seconds.</summary>
    public const string Seconds = nameof(ProgressMeasure.Seconds);

    private const int SecondsStep = 5;

    private static readonly string[] Outcomes = [Answered, Skipped, DontKnow, RatherNot];

    public static readonly ShownProgress None = new(Empty, Empty);

    private static IReadOnlyDictionary<string, long> Empty => new Dictionary<string, long>(StringComparer.Ordinal);

    public long? this[string name] => Shown.TryGetValue(name, out var number) ? number : null;

    /// <param name="now">How often each thing happened until now.</param>
    /// <param name="notUnderstood">How often people said that they do not understand it.</param>
    /// <returns>The same while too little happened.</returns>
    public ShownProgress Renew(IReadOnlyDictionary<ProgressMeasure, long> now, long notUnderstood)
    {
        var past = Outcomes.Sum(name => Now(now, name));
        var hasNewOutcomes = Math.Abs(past - Outcomes.Sum(name => Basis.GetValueOrDefault(name))) >= SteppedCounts.Step;
        if (!hasNewOutcomes && Math.Abs(Now(now, Seen) - Basis.GetValueOrDefault(Seen)) < SteppedCounts.Step)
        {
            return this;
        }

        var basis = Outcomes.ToDictionary(
            name => name, name => hasNewOutcomes ? Now(now, name) : Basis.GetValueOrDefault(name), StringComparer.Ordinal);
        // Somebody who came before there was a count of it got past it all the same.
        var seen = Math.Max(Now(now, Seen), basis.Values.Sum());
        var whole = new Dictionary<string, long>(basis, StringComparer.Ordinal) { [Left] = seen - basis.Values.Sum() };
        var before = Shown.Where(one => whole.ContainsKey(one.Key)).ToDictionary(StringComparer.Ordinal);
        var shown = new Dictionary<string, long>(SteppedCounts.Advance(before, whole), StringComparer.Ordinal);
        Add(Seen, seen / SteppedCounts.Step * SteppedCounts.Step);
        Add(NotUnderstood, notUnderstood / SteppedCounts.Step * SteppedCounts.Step);
        Add(Seconds, hasNewOutcomes ? AverageOf(now) : Shown.GetValueOrDefault(Seconds));
        basis[Seen] = Now(now, Seen);
        return new ShownProgress(basis, shown);

        void Add(string name, long number)
        {
            if (number > 0)
            {
                shown[name] = number;
            }
        }
    }

    /// <summary>A word and a number each, with spaces between.</summary>
    internal static string Write(IReadOnlyDictionary<string, long> numbers) => string.Join(
        ' ',
        numbers.OrderBy(one => one.Key, StringComparer.Ordinal)
            .Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Key} {one.Value}")));

    internal static IReadOnlyDictionary<string, long> Read(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Chunk(2)
        .ToDictionary(pair => pair[0], pair => long.Parse(pair[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);

    private static long Now(IReadOnlyDictionary<ProgressMeasure, long> now, string name) =>
        Math.Max(0, now.GetValueOrDefault(Enum.Parse<ProgressMeasure>(name)));

    private static long AverageOf(IReadOnlyDictionary<ProgressMeasure, long> now) =>
        now.GetValueOrDefault(ProgressMeasure.Timed) is >= SteppedCounts.Step and var people
            ? SecondsStep
                * Math.Max(1, (now.GetValueOrDefault(ProgressMeasure.Seconds) + (people * SecondsStep / 2)) / people / SecondsStep)
            : 0;
}
