using Participatie.Surveys.Analysis;

namespace Participatie.Tests.Analysis.Attack;

/// <summary>The counts of one population as they really were at the end.</summary>
internal sealed class Truth
{
    private readonly MergedCounts _counts;

    public Truth(History history, PublicState state, Population population) => _counts = MergedCounts.Of(
        state.Versions, MergedQuestions.Of(state.Versions), history.Counts.Where(row => row.Population == population));

    /// <param name="name">As the attacker names it.</param>
    public long Of(string name)
    {
        var parts = name.Split('|');
        return Of(parts[0], parts[1], parts[2]);
    }

    /// <param name="question">Its key; <c>$size</c>: everybody in the group.</param>
    /// <param name="group">As in <see cref="Splits.Names"/>.</param>
    /// <param name="cell">As the attacker names it.</param>
    public long Of(string question, string group, string cell)
    {
        var counts = question == "$size" ? _counts.Responses : _counts[question];
        var split = counts.Splits.IndexOf(group);
        var answered = counts.In(split, "$seen") - counts.In(split, "$skipped") - counts.In(split, "$dontknow") - counts.In(split, "$rathernot");
        return cell switch
        {
            "$answered" => answered,
            "$notshown" => _counts.Responses.In(split, "$seen") - counts.In(split, "$seen"),
            ['!', .. var other] => answered - Of(question, group, other),
            _ => counts.In(split, cell),
        };
    }
}
