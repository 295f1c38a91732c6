using Participatie.Surveys.Definition;

namespace Participatie.Surveys.Analysis.Publishing;

/// <summary>The results of one population by municipality and by age.</summary>
internal sealed class PopulationBreakdowns
{
    private readonly IReadOnlyDictionary<string, QuestionTable> _questions;
    private readonly Dictionary<string, BreakdownTable> _tables = new(StringComparer.Ordinal);
    private readonly Dictionary<int, long> _sizes;
    private readonly List<int> _shown;
    private readonly long _responses;

    private PopulationBreakdowns(
        string dimension, QuestionTable groups, IReadOnlyDictionary<string, QuestionTable> questions, long responses)
    {
        (_questions, _responses) = (questions, responses);
        var splits = groups.Table.Breakdowns;
        var choices = groups.Table.Partitions[0].Except(groups.Table.Missing).ToList();
        _sizes = choices.ToDictionary(choice => splits.IndexOf(Breakdowns.Name(dimension, choice)), choice => groups.Table.Value(choice));
        _shown = [.. choices.Where(groups.Shows).Select(choice => splits.IndexOf(Breakdowns.Name(dimension, choice)))];
        var unknown = splits.IndexOf(Breakdowns.Name(dimension, Breakdowns.Unknown));
        var others = responses - _sizes.Values.Sum();
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

    public static IEnumerable<(string Key, PublishedBreakdown Split)> Of(
        IReadOnlyList<PublishedVersion> versions, IReadOnlyDictionary<string, QuestionTable> questions, long responses)
    {
        var splits = versions.Select(version => Breakdowns.Of(version.Definition)).ToList();
        return Of(Breakdowns.Place, splits.Select(split => split.PlaceQuestion)).Concat(
            Of(Breakdowns.Age, splits.Select(split => split.AgeQuestion)));

        IEnumerable<(string, PublishedBreakdown)> Of(string dimension, IEnumerable<string?> ids)
        {
            // Two versions that ask it under different ids have no one question whose counts are the sizes.
            var id = ids.OfType<string>().Distinct(StringComparer.Ordinal).ToList() is [var only] ? only : null;
            return id is not null && questions.GetValueOrDefault(id) is { IsShown: true } groups
                ? new PopulationBreakdowns(dimension, groups, questions, responses).Published(dimension)
                : [];
        }
    }

    private IEnumerable<(string Key, PublishedBreakdown Split)> Published(string dimension)
    {
        foreach (var (key, question) in _questions)
        {
            // Municipality by age would be a crossed split.
            if (question.IsShown && question.Asked.Question.Dimension is null && Table(question) is { Groups.Count: > 0 } table)
            {
                _tables[key] = table;
                yield return (key, new PublishedBreakdown(dimension, [.. table.Groups.Order().Select(table.ToPublished)]));
            }
        }
    }

    /// <summary>
    /// Of a question that everybody saw, or that everybody saw who gave certain answers, where these are shown by group: how many saw it
    /// then says nothing new. One that only some versions ask would tell how many of a group answered these.
    /// </summary>
    private BreakdownTable? Table(QuestionTable question)
    {
        if (question.Table.Seen() == _responses)
        {
            return new BreakdownTable(question, _sizes, _shown);
        }

        return question.Asked.HasOneCondition
            && question.Asked.Question.ShowWhen is { } condition
            && _tables.GetValueOrDefault(condition.Question) is { } source
            && PersonalConditions.Cells(_questions[condition.Question].Asked.Question, condition) is { } cells
            && cells.All(source.Shows)
            && _sizes.Keys.All(group => question.Table.Seen(group) == cells.Sum(cell => source.Value(cell, group)))
            ? new BreakdownTable(question, _sizes, source.Groups)
            : null;
    }
}
