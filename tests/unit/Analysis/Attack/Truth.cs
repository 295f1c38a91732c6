using System.Globalization;
using Participatie.Surveys.Analysis;

namespace Participatie.Tests.Analysis.Attack;

/// <summary>The counts of one population as they really were at the end.</summary>
internal sealed class Truth
{
    private readonly IReadOnlyList<MergedQuestion> _questions;
    private readonly MergedCounts _counts;

    public Truth(History history, PublicState state, Population population)
    {
        _questions = MergedQuestions.Of(state.Versions);
        _counts = MergedCounts.Of(state.Versions, _questions, history.Counts.Where(row => row.Population == population));
    }

    /// <param name="name">As the attacker names it.</param>
    public long Of(string name)
    {
        var parts = name.Split('|');
        return Of(parts[0], parts[1], parts[2]);
    }

    /// <param name="question">Its key; <c>$size</c>: everybody in the group.</param>
    /// <param name="group">As in <see cref="Breakdowns.Names"/>.</param>
    /// <param name="cell">As the attacker names it.</param>
    public long Of(string question, string group, string cell)
    {
        var counts = question == "$size" ? _counts.Responses : _counts[question];
        var split = counts.Breakdowns.IndexOf(group);
        var answered = counts.In(split, "$seen") - counts.In(split, "$skipped") - counts.In(split, "$dontknow") - counts
            .In(split, "$rathernot");
        var alone = Attacker.Alone(_questions.FirstOrDefault(known => known.Key == question)?.Question);
        return cell switch
        {
            "$answered" => answered,
            "$notshown" => _counts.Responses.In(split, "$seen") - counts.In(split, "$seen"),
            "$together" => answered - alone.Sum(choice => counts.In(split, choice)),
            ['!', .. var other] =>
                Of(question, group, alone.Count == 0 || alone.Contains(other) ? "$answered" : "$together") - Of(question, group, other),
            // A band is made of many bands of the tally.
            _ when cell.Split("..") is [var from, var to] =>
                counts.Question.Cells.Where(known => known[0] != '$' && long.Parse(known, CultureInfo.InvariantCulture) is var band
                && band > long.Parse(from, CultureInfo.InvariantCulture) - Attacker.Width(_questions, question)
                && band <= long.Parse(to, CultureInfo.InvariantCulture))
                .Sum(known => counts.In(split, known)),
            _ => counts.In(split, cell),
        };
    }
}
