using Participatie.Surveys.Analysis;
using Participatie.Surveys.Analysis.Publishing;
using Participatie.Surveys.Analysis.Tallies;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Tests.Analysis.Attack;

/// <summary>
/// Somebody who knows the definitions and puts together what the last word about one population says: totals, complements, groups,
/// questions that depend on others. Written from the published rows alone, without the code that suppresses.
/// </summary>
internal sealed class Attacker
{
    private readonly Knowledge _knowledge = new();
    private readonly HashSet<string> _published = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<MergedQuestion> _questions;
    private readonly Dictionary<string, PublishedPopulation> _parts;
    private readonly bool _readsOpinionsOnly;

    /// <param name="state">The last word.</param>
    /// <param name="population">Whose.</param>
    /// <param name="readsOpinionsOnly">Knows no more than everybody's opinions, which are public on purpose: what follows from these alone
    /// is no leak.</param>
    public Attacker(PublicState state, Population population, bool readsOpinionsOnly)
    {
        _questions = MergedQuestions.Of(state.Versions);
        _parts = state.Questions.Where(question => question.Populations.Any(part => part.Population == population))
            .ToDictionary(
                question => question.Key,
                question => question.Populations.First(part => part.Population == population),
                StringComparer.Ordinal);
        _readsOpinionsOnly = readsOpinionsOnly;
        Put();
        _knowledge.WorkOut();
    }

    public Knowledge Knowledge => _knowledge;

    /// <summary>The names of numbers that stand in something published.</summary>
    public IReadOnlySet<string> Published => _published;

    public static string Name(string question, string group, string cell) => $"{question}|{group}|{cell}";

    public static string Size(string group) => Name("$size", group, QuestionTally.SeenCell);

    private void Put()
    {
        List<string> groups = [Breakdowns.Everybody];
        foreach (var dimension
            in _parts.Values.SelectMany(part => part.Breakdowns).Select(split => split.Dimension).Distinct(StringComparer.Ordinal))
        {
            groups.AddRange(Groups(dimension));
        }

        Shown(Size(Breakdowns.Everybody), _parts[ResponsesTally.Responses].Seen);
        foreach (var question in _questions)
        {
            List<string> own = question.Question is PlaceQuestion or AgeQuestion
                || !_parts.TryGetValue(question.Key, out var known)
                || known.Seen is null
                ? [Breakdowns.Everybody]
                : groups;
            foreach (var group in own)
            {
                Relate(question, group);
            }

            foreach (var dimension in own.Where(group => group != Breakdowns.Everybody).GroupBy(group => group.Split('=')[0]))
            {
                foreach (var cell in Cells(question.Question).Append(QuestionTally.SeenCell).Append(PublicCells.Answered))
                {
                    _knowledge.IsSum(
                        Name(question.Key, Breakdowns.Everybody, cell), dimension.Select(group => Name(question.Key, group, cell)));
                }
            }

            if (_parts.TryGetValue(question.Key, out var part) && !(_readsOpinionsOnly && question.IsPersonal))
            {
                Read(question.Key, part);
            }
        }
    }

    /// <summary>The groups of a dimension; the question that makes them tells their sizes.</summary>
    private List<string> Groups(string dimension)
    {
        var question = _questions.First(
            question => dimension == Breakdowns.Place ? question.Question is PlaceQuestion : question.Question is AgeQuestion);
        var choices = question.Question.ConditionChoices.Select(choice => choice.Id).ToList();
        foreach (var choice in choices)
        {
            _knowledge.IsSum(Size(Breakdowns.Name(dimension, choice)), [Name(question.Key, Breakdowns.Everybody, choice)]);
        }

        List<string> groups = [.. choices.Append(Breakdowns.Unknown).Select(choice => Breakdowns.Name(dimension, choice))];
        _knowledge.IsSum(Size(Breakdowns.Everybody), groups.Select(Size));
        return groups;
    }

    private void Relate(MergedQuestion asked, string group)
    {
        var question = asked.Question;
        var seen = In(QuestionTally.SeenCell);
        var answered = In(PublicCells.Answered);
        // Who did not see it, because of an answer or of the version.
        _knowledge.IsSum(Size(group), [seen, In("$notshown")]);
        if (question.ShowWhen is null && asked.HasOneCondition && asked.Versions.Count == _questions.Max(known => known.Versions.Count))
        {
            _knowledge.Is(In("$notshown"), 0);
        }
        else if (question.ShowWhen is { } condition && asked.HasOneCondition)
        {
            Depend(asked, condition, group, seen);
        }

        _knowledge.IsSum(seen, Missing(question).Append(PublicCells.Answered).Select(In));
        foreach (var partition in Partitions(question))
        {
            _knowledge.IsSum(answered, partition.Select(In));
        }

        var (overlapping, most) = Overlapping(question);
        var alone = Alone(question);
        var together = alone.Count == 0 ? answered : In("$together");
        if (alone.Count > 0)
        {
            _knowledge.IsSum(answered, [together, .. alone.Select(In)]);
        }

        foreach (var cell in overlapping)
        {
            _knowledge.IsSum(alone.Contains(cell) ? answered : together, [In(cell), In("!" + cell)]);
        }

        if (overlapping.Count > 0)
        {
            var others = overlapping.Except(alone).Select(In).ToList();
            _knowledge.IsAtMost(others, together, Math.Min(most, others.Count));
            _knowledge.IsCovered(together, others);
        }

        string In(string cell) => Name(asked.Key, group, cell);
    }

    private void Depend(MergedQuestion asked, Condition condition, string group, string seen)
    {
        if (_questions.Where(question => question.Question.Id == condition.Question).ToList() is not [var source]
            || !source.Versions.ToHashSet().SetEquals(asked.Versions)
            || (source.Question is PlaceQuestion or AgeQuestion && group != Breakdowns.Everybody))
        {
            return;
        }

        var cells = condition.IsAnyOf.Select(
            choice => Name(source.Key, group, source.Question is RankingQuestion ? choice + "@1" : choice)).ToList();
        if (source.Question is ChoicesQuestion && cells.Count > 1)
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

    private void Read(string key, PublishedPopulation part)
    {
        Shown(Name(key, Breakdowns.Everybody, QuestionTally.SeenCell), part.Seen);
        // How often in the first three is told of opinions only, and nothing else hangs on it.
        foreach (var cell in part.Cells.Where(cell => !cell.Id.EndsWith("@top", StringComparison.Ordinal)))
        {
            Shown(Name(key, Breakdowns.Everybody, cell.Id), cell.Count);
        }

        Measured(key, Breakdowns.Everybody, part.Measures);
        foreach (var (dimension, group)
            in _readsOpinionsOnly ? [] : part.Breakdowns.SelectMany(split => split.Groups.Select(group => (split.Dimension, group))))
        {
            var name = Breakdowns.Name(dimension, group.Id);
            Shown(Name(key, name, QuestionTally.SeenCell), group.Seen);
            foreach (var cell in group.Cells)
            {
                Shown(Name(key, name, cell.Id), cell.Count);
            }

            Measured(key, name, group.Measures);
        }
    }

    /// <summary>
    /// A mean of numbers in bands says how far up the people are: each gave at least the lowest number of the band, and at most the
    /// highest. A quartile says how many are below it.
    /// </summary>
    private void Measured(string key, string group, IReadOnlyList<PublishedMeasure> measures)
    {
        if (measures is not [var measure] || Asked(_questions, key) is not NumberQuestion { BandWidth: > 1 } question)
        {
            return;
        }

        // In hundredths, and half a tenth is rounded away.
        const int Exact = 100;
        var (mean, bands) = ((long)Math.Round(measure.Mean * question.Scale * Exact), NumberBands.Shown(question));
        _knowledge.IsLimited(bands.Select(band => (In(band), (Exact * band.From) - mean - (5 * question.Scale))));
        _knowledge.IsLimited(bands.Select(band => (In(band), mean - (5 * question.Scale) - (Exact * band.To))));
        foreach (var (quarters, value) in new[] { (1, measure.Low), (2, measure.Median), (3, measure.High) })
        {
            var from = (long)Math.Round(value * question.Scale);
            _knowledge.IsLimited(bands.Select(band => (In(band), (band.From >= from + question.BandWidth ? 4L : 0L) - (4 - quarters))));
            _knowledge.IsLimited(bands.Select(band => (In(band), (band.To < from ? 4L : 0L) - quarters)));
        }

        string In(NumberBand band) => Name(key, group, NumberTally.Band(band));
    }

    private void Shown(string name, long? count)
    {
        if (count is { } known)
        {
            _knowledge.Is(name, known);
            _published.Add(name);
        }
    }

    /// <summary>Choices that nobody can choose together with another one.</summary>
    public static IReadOnlyList<string> Alone(Question? question) =>
        question is ChoicesQuestion { AtMost: not 1 } choices
            ? [.. choices.Offered.Where(choice => choice.Exclusive).Select(choice => choice.Id)]
            : [];

    public static long Width(IReadOnlyList<MergedQuestion> questions, string key) => ((NumberQuestion)Asked(questions, key)!).BandWidth;

    private static Question? Asked(IReadOnlyList<MergedQuestion> questions, string key) =>
        questions.FirstOrDefault(known => known.Key == key)?.Question;

    private static IReadOnlyList<string> Cells(Question question) =>
        [.. Partitions(question).SelectMany(cells => cells).Concat(Overlapping(question).Cells).Concat(Missing(question))];

    private static IEnumerable<string> Missing(Question question)
    {
        string?[] cells =
        [
            question.Required ? null : "$skipped", question.DontKnow ? "$dontknow" : null, question.RatherNot ? "$rathernot" : null,
        ];
        return cells.OfType<string>();
    }

    private static IEnumerable<IReadOnlyList<string>> Partitions(Question question) => question switch
    {
        OneOfQuestion one => [[.. one.Choices.Select(choice => choice.Id)]],
        RankingQuestion ranking => [[.. ranking.Offered.Select(choice => choice.Id + "@1")]],
        StatementsQuestion statements => statements.Statements.Select(
            statement =>
                (IReadOnlyList<string>)[.. new[] { "eens", "oneens", "geen-mening" }.Select(judgement => $"{statement.Id}={judgement}")]),
        NumberQuestion { BandWidth: > 1 } number => [[.. NumberBands.Shown(number).Select(NumberTally.Band)]],
        _ => [],
    };

    private static (IReadOnlyList<string> Cells, int Most) Overlapping(Question question) => question is ChoicesQuestion choices
        ? ([.. choices.Offered.Select(choice => choice.Id)], choices.AtMost ?? choices.Offered.Count)
        : ([], 0);
}
