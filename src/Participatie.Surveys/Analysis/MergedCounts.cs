using Participatie.Surveys.Analysis.Tallies;
using Participatie.Surveys.Definition;

namespace Participatie.Surveys.Analysis;

/// <summary>A stored row of counts.</summary>
public sealed record TallyRow(int Version, Population Population, string Question, string Counts);

/// <summary>The counts of one population over all versions.</summary>
public sealed class MergedCounts
{
    private readonly Dictionary<string, QuestionCounts> _byKey = new(StringComparer.Ordinal);
    private readonly HashSet<string> _incomplete = new(StringComparer.Ordinal);

    private MergedCounts(QuestionCounts responses) => Responses = responses;

    public QuestionCounts Responses { get; }

    public long Total => Responses[0, QuestionTally.Seen];

    /// <summary>By <see cref="MergedQuestion.Key"/>.</summary>
    public QuestionCounts this[string key] => _byKey[key];

    /// <summary>
    /// All that is stored of it could be added up. What is stored in another shape than its version has is left out, and stops no other
    /// question.
    /// </summary>
    public bool IsComplete(string key) => !_incomplete.Contains(key);

    public static MergedCounts Of(
        IReadOnlyList<PublishedVersion> versions, IReadOnlyList<MergedQuestion> questions, IEnumerable<TallyRow> rows)
    {
        var splits = BreakdownsOf(versions);
        var merged = new MergedCounts(new QuestionCounts(new ResponsesTally(), splits));
        foreach (var question in questions)
        {
            merged._byKey[question.Key] = new QuestionCounts(KindTally.All.For(question.Question).TallyOf(question.Question), splits);
        }

        foreach (var row in rows)
        {
            var key = row.Question == ResponsesTally.Responses
                ? row.Question
                : questions.FirstOrDefault(
                    question => question.Question.Id == row.Question && question.Versions.Contains(row.Version))?.Key;
            if (key is not null && !CountsText.AddTo(key == ResponsesTally.Responses ? merged.Responses : merged._byKey[key], row.Counts))
            {
                merged._incomplete.Add(key);
            }
        }

        return merged;
    }

    /// <summary>
    /// All versions' groups are the same: municipalities and age bands are the product's own. A version that does not ask has only the
    /// unknown group.
    /// </summary>
    private static Breakdowns BreakdownsOf(IReadOnlyList<PublishedVersion> versions) => Breakdowns.Of(versions[0].Definition with
    {
        Questions = [.. versions.OrderByDescending(version => version.Number).SelectMany(version => version.Definition.Questions)],
    });
}
