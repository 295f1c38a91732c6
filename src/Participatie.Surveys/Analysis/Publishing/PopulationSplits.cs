using Participatie.Surveys.Analysis.Tallies;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Analysis.Publishing;

/// <summary>
/// The results of one population by municipality and by age. Only questions published at the same moment as the question that makes the groups: two moments could be subtracted.
/// </summary>
internal sealed class PopulationSplits
{
    private readonly IReadOnlyList<MergedQuestion> _questions;
    private readonly IReadOnlyDictionary<string, QuestionMoment> _moments;
    private readonly Dictionary<string, SplitTable> _tables = new(StringComparer.Ordinal);
    private readonly Dictionary<int, long> _sizes;
    private readonly List<int> _shown;
    private readonly int _sequence;

    private PopulationSplits(string dimension, string key, IReadOnlyList<MergedQuestion> questions, IReadOnlyDictionary<string, QuestionMoment> moments)
    {
        (_questions, _moments) = (questions, moments);
        var groups = moments[key];
        _sequence = groups.Sequence;
        var splits = groups.Table.Splits;
        var choices = groups.Table.Partitions[0].Except(groups.Table.Missing).ToList();
        _sizes = choices.ToDictionary(choice => splits.IndexOf(Splits.Name(dimension, choice)), choice => groups.Table.Value(choice));
        _shown = [.. choices.Where(groups.Shows).Select(choice => splits.IndexOf(Splits.Name(dimension, choice)))];
        var unknown = splits.IndexOf(Splits.Name(dimension, Splits.Unknown));
        var others = groups.Responses - _sizes.Values.Sum();
        if (others > 0 || groups.Table.Missing.Count > 0)
        {
            _sizes[unknown] = others;
        }

        // Its size follows when all others are known, and gives a hidden one away when one is not.
        if (_shown.Count == choices.Count && !Suppression.IsSmall(others))
        {
            _shown.Add(unknown);
        }
    }

    public static IEnumerable<(string Key, PublishedSplit Split)> Of(
        IReadOnlyList<PublishedVersion> versions, IReadOnlyList<MergedQuestion> questions, IReadOnlyDictionary<string, QuestionMoment> moments)
    {
        var splits = versions.Select(version => Splits.Of(version.Definition)).ToList();
        return Of(Splits.Place, splits.Select(split => split.PlaceQuestion)).Concat(Of(Splits.Age, splits.Select(split => split.AgeQuestion)));

        IEnumerable<(string, PublishedSplit)> Of(string dimension, IEnumerable<string?> ids)
        {
            // Two versions that ask it under different ids have no one question whose counts are the sizes.
            var id = ids.OfType<string>().Distinct(StringComparer.Ordinal).ToList() is [var only] ? only : null;
            return id is not null && moments.GetValueOrDefault(id) is { IsShown: true }
                ? new PopulationSplits(dimension, id, questions, moments).Published(dimension)
                : [];
        }
    }

    private IEnumerable<(string Key, PublishedSplit Split)> Published(string dimension)
    {
        foreach (var question in _questions)
        {
            // Municipality by age would be a crossed split.
            if (question.Question is PlaceQuestion or AgeQuestion || _moments[question.Key] is not { IsShown: true } moment || moment.Sequence != _sequence)
            {
                continue;
            }

            var table = question.Question.ShowWhen is { } condition ? Conditional(moment, condition) : new SplitTable(moment, _sizes, _shown);
            if (table is { Groups.Count: > 0 })
            {
                _tables[question.Key] = table;
                yield return (question.Key, new PublishedSplit(dimension, [.. table.Groups.Order().Select(table.ToPublished)]));
            }
        }
    }

    /// <summary>Only for groups where it is shown how many gave the answers that the question depends on.</summary>
    private SplitTable? Conditional(QuestionMoment moment, Condition condition)
    {
        var source = _questions.First(known => known.Question.Id == condition.Question);
        var cells = ConditionTie.Cells(condition, source.Question);
        if (_tables.GetValueOrDefault(source.Key) is not { } sourceTable || !cells.All(sourceTable.Shows))
        {
            return null;
        }

        var table = new SplitTable(moment, _sizes, sourceTable.Groups);
        List<List<int>> blocks = [.. table.Groups.Select(group => new List<int> { group }), [.. _sizes.Keys.Except(table.Groups)]];
        return blocks.TrueForAll(block => block.Count == 0 || ConditionTie.IsSafe(
            source.Question, [.. cells.Select(cell => block.Sum(group => sourceTable.Value(cell, group)))], block.Sum(table.Seen)))
            ? table
            : null;
    }
}
