using Participatie.Surveys.Analysis;
using Participatie.Surveys.Analysis.Publishing;
using Participatie.Surveys.Analysis.Tallies;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Tests.Analysis.Attack;

/// <summary>
/// Somebody who kept everything that was ever published of one population, knows the definition, and puts it all together: totals, complements, groups, questions that depend on
/// others, older looks. Written from the published rows alone, without the code that suppresses.
/// </summary>
internal sealed class Attacker(Consultation definition)
{
    private readonly Knowledge _knowledge = new();
    private readonly SortedDictionary<int, Dictionary<string, PublishedPopulation>> _moments = [];
    private readonly HashSet<string> _published = new(StringComparer.Ordinal);

    public Knowledge Knowledge => _knowledge;

    /// <summary>The names of numbers that stand in something published.</summary>
    public IReadOnlySet<string> Published => _published;

    public IEnumerable<int> Moments => _moments.Keys;

    public static string Name(int moment, string question, string group, string cell) => $"{moment}|{question}|{group}|{cell}";

    public static string Size(int moment, string group) => Name(moment, "$size", group, QuestionTally.SeenCell);

    public void Look(string key, PublishedPopulation part)
    {
        if (!_moments.TryGetValue(part.Sequence, out var questions))
        {
            _moments[part.Sequence] = questions = new(StringComparer.Ordinal);
        }

        questions[key] = part;
    }

    /// <param name="nobodyWithdrew">Whether the attacker may take it that counts only grow.</param>
    public void WorkOut(bool nobodyWithdrew)
    {
        foreach (var (moment, parts) in _moments)
        {
            Put(moment, parts);
        }

        if (nobodyWithdrew)
        {
            CountsOnlyGrow();
        }

        _knowledge.WorkOut();
    }

    private void Put(int moment, Dictionary<string, PublishedPopulation> parts)
    {
        List<string> groups = [Splits.Everybody];
        foreach (var dimension in parts.Values.SelectMany(part => part.Splits).Select(split => split.Dimension).Distinct(StringComparer.Ordinal))
        {
            groups.AddRange(Groups(moment, dimension));
        }

        foreach (var (key, part) in parts)
        {
            if (key == ResponsesTally.Responses)
            {
                Shown(Size(moment, Splits.Everybody), part.Seen);
                continue;
            }

            var question = definition.Find(key)!;
            List<string> own = question is PlaceQuestion or AgeQuestion ? [Splits.Everybody] : groups;
            foreach (var group in own)
            {
                Relate(moment, question, group, parts);
            }

            foreach (var dimension in own.Where(group => group != Splits.Everybody).GroupBy(group => group.Split('=')[0]))
            {
                foreach (var cell in Cells(question).Append(QuestionTally.SeenCell).Append(PublicCells.Answered))
                {
                    _knowledge.IsSum(Name(moment, key, Splits.Everybody, cell), dimension.Select(group => Name(moment, key, group, cell)));
                }
            }

            Read(moment, key, part);
        }
    }

    /// <summary>The groups of a dimension; the question that makes them tells their sizes.</summary>
    private List<string> Groups(int moment, string dimension)
    {
        Question question = dimension == Splits.Place ? definition.Questions.OfType<PlaceQuestion>().First() : definition.Questions.OfType<AgeQuestion>().First();
        var choices = question.ConditionChoices.Select(choice => choice.Id).ToList();
        foreach (var choice in choices)
        {
            _knowledge.IsSum(Size(moment, Splits.Name(dimension, choice)), [Name(moment, question.Id, Splits.Everybody, choice)]);
        }

        List<string> groups = [.. choices.Append(Splits.Unknown).Select(choice => Splits.Name(dimension, choice))];
        _knowledge.IsSum(Size(moment, Splits.Everybody), groups.Select(group => Size(moment, group)));
        return groups;
    }

    private void Relate(int moment, Question question, string group, Dictionary<string, PublishedPopulation> parts)
    {
        var seen = In(QuestionTally.SeenCell);
        var answered = In(PublicCells.Answered);
        if (question.ShowWhen is not { } condition)
        {
            _knowledge.IsSum(Size(moment, group), [seen]);
        }
        else
        {
            _knowledge.IsSum(Size(moment, group), [seen, In("$notshown")]);
            if (parts.ContainsKey(condition.Question))
            {
                Depend(moment, condition, group, seen);
            }
        }

        _knowledge.IsSum(seen, Missing(question).Append(PublicCells.Answered).Select(In));
        foreach (var partition in Partitions(question))
        {
            _knowledge.IsSum(answered, partition.Select(In));
        }

        var (overlapping, most) = Overlapping(question);
        foreach (var cell in overlapping)
        {
            _knowledge.IsSum(answered, [In(cell), In("!" + cell)]);
        }

        if (overlapping.Count > 0)
        {
            _knowledge.IsAtMost(overlapping.Select(In), answered, most);
            _knowledge.IsCovered(answered, overlapping.Select(In));
        }

        if (question is RankingQuestion)
        {
            foreach (var cell in overlapping)
            {
                _knowledge.IsSum(In(cell), [In(cell.Replace("@top", "@1", StringComparison.Ordinal)), In(cell.Replace("@top", "@later", StringComparison.Ordinal))]);
            }
        }

        string In(string cell) => Name(moment, question.Id, group, cell);
    }

    private void Depend(int moment, Condition condition, string group, string seen)
    {
        var source = definition.Find(condition.Question)!;
        if (source is PlaceQuestion or AgeQuestion && group != Splits.Everybody)
        {
            return;
        }

        var cells = condition.IsAnyOf.Select(choice => Name(moment, source.Id, group, source is RankingQuestion ? choice + "@1" : choice)).ToList();
        if (source is ChoicesQuestion && cells.Count > 1)
        {
            _knowledge.IsCovered(seen, cells);
            foreach (var cell in cells)
            {
                _knowledge.IsAtMost([cell], seen);
            }
        }
        else
        {
            _knowledge.IsSum(seen, cells);
        }
    }

    private void Read(int moment, string key, PublishedPopulation part)
    {
        Shown(Name(moment, key, Splits.Everybody, QuestionTally.SeenCell), part.Seen);
        foreach (var cell in part.Cells)
        {
            Shown(Name(moment, key, Splits.Everybody, cell.Id), cell.Count);
        }

        foreach (var split in part.Splits)
        {
            foreach (var group in split.Groups)
            {
                var name = Splits.Name(split.Dimension, group.Id);
                Shown(Name(moment, key, name, QuestionTally.SeenCell), group.Seen);
                foreach (var cell in group.Cells)
                {
                    Shown(Name(moment, key, name, cell.Id), cell.Count);
                }
            }
        }
    }

    private void Shown(string name, long? count)
    {
        if (count is { } known)
        {
            _knowledge.Is(name, known);
            _published.Add(name);
        }
    }

    private void CountsOnlyGrow()
    {
        var names = _knowledge.Names.ToHashSet(StringComparer.Ordinal);
        var moments = _moments.Keys.ToList();
        foreach (var name in names)
        {
            var (moment, rest) = (int.Parse(name[..name.IndexOf('|')], System.Globalization.CultureInfo.InvariantCulture), name[name.IndexOf('|')..]);
            foreach (var later in moments.Where(later => later > moment && names.Contains(later + rest)).Take(1))
            {
                _knowledge.IsAtMost([name], later + rest);
            }
        }
    }

    public static IReadOnlyList<string> Cells(Question question) =>
        [.. Partitions(question).SelectMany(cells => cells).Concat(Overlapping(question).Cells).Concat(Missing(question))];

    private static IEnumerable<string> Missing(Question question)
    {
        string?[] cells = [question.Required ? null : "$skipped", question.DontKnow ? "$dontknow" : null, question.RatherNot ? "$rathernot" : null];
        return cells.OfType<string>();
    }

    private static IEnumerable<IReadOnlyList<string>> Partitions(Question question) => question switch
    {
        OneOfQuestion one => [[.. one.Choices.Select(choice => choice.Id)]],
        RankingQuestion ranking => [[.. ranking.Offered.Select(choice => choice.Id + "@1")]],
        StatementsQuestion statements => statements.Statements.Select(
            statement => (IReadOnlyList<string>)[.. new[] { "eens", "oneens", "geen-mening" }.Select(judgement => $"{statement.Id}={judgement}")]),
        _ => [],
    };

    private static (IReadOnlyList<string> Cells, int Most) Overlapping(Question question) => question switch
    {
        ChoicesQuestion choices => ([.. choices.Offered.Select(choice => choice.Id)], choices.AtMost ?? choices.Offered.Count),
        RankingQuestion ranking => ([.. ranking.Offered.Select(choice => choice.Id + "@top")], Math.Min(3, ranking.Places)),
        _ => ([], 0),
    };
}
