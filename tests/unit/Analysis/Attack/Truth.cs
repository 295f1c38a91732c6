using Participatie.Surveys.Analysis;

namespace Participatie.Tests.Analysis.Attack;

/// <summary>The counts as they really were at one moment.</summary>
internal sealed class Truth
{
    private readonly Dictionary<string, QuestionCounts> _counts = new(StringComparer.Ordinal);

    public Truth(ConsultationTally tally, Population population)
    {
        foreach (var (index, question) in tally.Layout.Questions.Index())
        {
            var copy = new QuestionCounts(question, tally.Layout.Splits);
            copy.Add(tally.Of(population, index));
            _counts[question.Id] = copy;
        }
    }

    /// <param name="question">Its id; <c>$size</c>: everybody in the group.</param>
    /// <param name="group">As in <see cref="Splits.Names"/>.</param>
    /// <param name="cell">As the attacker names it.</param>
    public long Of(string question, string group, string cell)
    {
        var counts = _counts[question == "$size" ? "$responses" : question];
        var split = counts.Splits.IndexOf(group);
        var answered = counts.In(split, "$seen") - counts.In(split, "$skipped") - counts.In(split, "$dontknow") - counts.In(split, "$rathernot");
        return cell switch
        {
            "$answered" => answered,
            "$notshown" => _counts["$responses"].In(split, "$seen") - counts.In(split, "$seen"),
            ['!', .. var other] => answered - Of(question, group, other),
            _ when cell.EndsWith("@top", StringComparison.Ordinal) => Places(1),
            _ when cell.EndsWith("@later", StringComparison.Ordinal) => Places(2),
            _ => counts.In(split, cell),
        };

        long Places(int from) => Enumerable.Range(from, 4 - from).Sum(place => counts.In(split, $"{cell.Split('@')[0]}@{place}"));
    }
}
