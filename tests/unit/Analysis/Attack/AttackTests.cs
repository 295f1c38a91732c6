using System.Collections.Concurrent;
using Participatie.Surveys.Analysis;
using Participatie.Surveys.Analysis.Publishing;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Reporting.OpenData;
using Participatie.Surveys.Reporting.Summary;
using Participatie.Tests.Reporting.Summary;

namespace Participatie.Tests.Analysis.Attack;

/// <summary>
/// Nothing that was published together or one after the other may give a small group away. It takes everything ever published of a
/// consultation (all looks, versions, populations, means, open data) and looks for a count under ten about people that is published or
/// follows or must be under ten, beyond what everybody's opinions say by themselves; and for two public states that differ by one to nine
/// responses.
/// </summary>
public sealed class AttackTests
{
    private static readonly int Consultations = Environment.GetEnvironmentVariable("PARTICIPATIE_TEST_FULL") is null ? 1_000 : 10_000;

    private static readonly IReadOnlyList<ulong> Some = [.. Enumerable.Range(1, 400).Select(seed => (ulong)seed)];

    /// <summary>As they were played; who answers or publishes on in one plays it again.</summary>
    private static readonly Lazy<IReadOnlyList<History>> Played = new(() => [.. Some.AsParallel().AsOrdered().Select(History.Of)]);

    [Fact]
    public void Nothing_published_of_thousands_of_consultations_gives_a_small_group_away()
    {
        var leaks = new ConcurrentBag<string>();

        Parallel.For(1, Consultations + 1, seed =>
        {
            var history = seed <= Some.Count ? Played.Value[seed - 1] : History.Of((ulong)seed);
            foreach (var leak in Leaks.Of(history, history.States))
            {
                leaks.Add($"{seed}: {leak}");
            }
        });

        Assert.True(leaks.IsEmpty, string.Join('\n', leaks.Order(StringComparer.Ordinal).Take(20)));
    }

    [Fact]
    public void The_random_histories_show_much_and_hide_some()
    {
        var states = Played.Value.SelectMany(history => history.States).ToList();
        var parts = states.SelectMany(state => state.Questions).SelectMany(question => question.Populations).ToList();

        Assert.Contains(parts, part => part.Breakdowns.Count == 2);
        Assert.True(parts.Count(part => part.Cells.Any(cell => cell.Count is null)) > 200);
        Assert.True(parts.Count(part => part.Cells.Any(cell => cell.Count < 10)) > 1000);
        Assert.True(parts.Count(part => part.Breakdowns.Any(split => split.Groups[0].Measures.Count > 0)) > 10);
        Assert.True(states.Count(state => !state.IsFinal) > Some.Count);
        Assert.Contains(states, state => state.Versions.Count == 2);
    }

    /// <summary>So what is found, or not found, in what is published holds for every summary of it too, made at any moment.</summary>
    [Fact]
    public void A_summary_has_no_figure_that_was_not_published_with_its_question()
    {
        var shown = 0;
        foreach (var state in Played.Value.Take(100).SelectMany(history => history.States).Where(state => state.Questions.Count > 1))
        {
            var input = GivenSummary.Of(state.Versions, state.Questions, state.IsFinal);
            if (input is null)
                continue;
            Assert.Empty(SummaryFigures.Unknown(input, OpenTable.Of(state.Versions, state.Questions)));
            shown++;
            // Nothing about people and no group before the end.
            var people = MergedQuestions.Of(state.Versions).Where(question => question.IsPersonal)
                .Select(question => "vraag-" + question.Key.Replace('@', '-')).ToHashSet(StringComparer.Ordinal);
            var headings = ComposeSummary.Of(input).Dutch.Blocks.OfType<SummaryHeading>().Select(heading => heading.Id);
            Assert.True(state.IsFinal || !headings.Any(people.Contains));
        }

        Assert.True(shown > 200, $"{shown}");
    }

    [Fact]
    public void A_complement_that_is_not_hidden_is_found() => Finds(1, (history, state, population) =>
        from question in state.Questions
        let part = state.Part(question.Key, population)
        where part?.Cells.Count(cell => cell.Count is null) == 2 && question.Key is "gemeente" or "leeftijd"
        let truth = new Truth(history, state, population)
        from large in part.Cells.Where(cell => cell.Count is null && truth.Of(question.Key, "*", cell.Id) >= 10)
        where part.Cells.Any(cell => cell.Count is null && truth.Of(question.Key, "*", cell.Id) < 10)
        select With(state, question.Key, part with
        {
            Cells = [.. part.Cells.Select(cell => cell == large ? cell with { Count = truth.Of(question.Key, "*", cell.Id) } : cell)],
        }));

    [Fact]
    public void A_small_count_of_a_group_is_found() => Finds(1, (history, state, population) =>
        from question in state.Questions
        let part = state.Part(question.Key, population)
        where part?.Breakdowns.Count > 0
        let truth = new Truth(history, state, population)
        from split in part.Breakdowns
        let first = split.Groups[0]
        let small = MergedQuestions.Of(state.Versions).First(known => known.Key == question.Key).Question.ConditionChoices
            .FirstOrDefault(choice => truth.Of(question.Key, Breakdowns.Name(split.Dimension, first.Id), choice.Id) < 10)
        where small is not null
        let shown = first with
        {
            Cells =
            [
                .. first.Cells, new PublishedCell(small.Id, truth.Of(question.Key, Breakdowns.Name(split.Dimension, first.Id), small.Id)),
            ],
        }
        select With(state, question.Key, part with { Breakdowns = [split with { Groups = [shown, .. split.Groups.Skip(1)] }] }));

    [Fact]
    public void A_group_that_is_left_out_alone_is_found() => Finds(1, PlantAllButOne, "|$seen = ");

    [Fact]
    public void A_mean_of_a_hidden_group_is_found() => Finds(1, PlantGroup);

    [Fact]
    public void A_look_that_differs_by_a_few_people_is_found()
    {
        foreach (var seed in Some.Take(40))
        {
            var history = History.Of(seed);
            history.Answer(1, 40);
            history.PublishAfresh();
            history.Answer(1, 3);
            history.PublishAfresh();

            Assert.NotEmpty(Leaks.Of(history, [.. history.States.Where(state => !state.IsFinal)]));
        }
    }

    [Fact]
    public void A_look_at_fewer_than_ten_and_one_at_the_people_are_found()
    {
        foreach (var history in Played.Value.Take(40))
        {
            var last = history.States[^1];
            var open = last with
            {
                Questions =
                [
                    .. last.Questions.Select(
                        question => question with { Populations = [.. question.Populations.Select(part => part with { Final = false })] })
                ],
            };

            Assert.Equal(last.Questions.Count > 1, Leaks.Of(history, [open]).Count > 0);
            Assert.NotEmpty(
                Leaks.Of(
                    history, [With(open, "$responses", new PublishedPopulation { Population = Population.Open, Sequence = 1, Seen = 9 })]));
        }
    }

    [Fact]
    public void A_second_last_word_is_found() =>
        Assert.NotEmpty(Leaks.Of(History.Of(1), [History.Of(1).States[^1], History.Of(1).States[^1]]));

    /// <summary>Shows all groups but the smallest: with the total they tell its size.</summary>
    private static IEnumerable<PublicState> PlantAllButOne(History history, PublicState state, Population population) =>
        from question in state.Questions
        let part = state.Part(question.Key, population)
        where part is { Seen: not null, Breakdowns.Count: > 0 }
        let split = part.Breakdowns[0]
        let truth = new Truth(history, state, population)
        let asked = MergedQuestions.Of(state.Versions).First(
            known => split.Dimension == Breakdowns.Place ? known.Question is PlaceQuestion : known.Question is AgeQuestion)
        let hidden = asked.Question.ConditionChoices.Select(choice => choice.Id).Append(Breakdowns.Unknown)
            .Where(id => split.Groups.All(known => known.Id != id))
            .OrderBy(id => truth.Of(question.Key, Breakdowns.Name(split.Dimension, id), "$seen"))
            .ToList()
        where hidden.Count > 0 && truth.Of(question.Key, Breakdowns.Name(split.Dimension, hidden[0]), "$seen") < 10
        let others = hidden.Skip(1).Select(
            id => new PublishedGroup(id, truth.Of(question.Key, Breakdowns.Name(split.Dimension, id), "$seen"), [], []))
        select With(state, question.Key, part with { Breakdowns = [split with { Groups = [.. split.Groups, .. others] }] });

    /// <summary>Shows one more group, that had been hidden.</summary>
    private static IEnumerable<PublicState> PlantGroup(History history, PublicState state, Population population) =>
        from question in state.Questions
        let part = state.Part(question.Key, population)
        where part is not null
        from split in part.Breakdowns
        where split.Groups[0].Measures.Count > 0
        let truth = new Truth(history, state, population)
        let hidden = (split.Dimension == Breakdowns.Place ? state.Part("gemeente", population) : state.Part("leeftijd", population))!.Cells
            .Where(cell => cell.Count is null && cell.Id[0] != '$' && split.Groups.All(known => known.Id != cell.Id))
            .Select(cell => cell.Id)
            .Where(id => truth.Of(question.Key, Breakdowns.Name(split.Dimension, id), "$answered") is > 0 and < 10)
            .MaxBy(id => truth.Of(question.Key, Breakdowns.Name(split.Dimension, id), "$seen"))
        where hidden is not null
        let name = Breakdowns.Name(split.Dimension, hidden)
        let shown = new PublishedGroup(
            hidden,
            truth.Of(question.Key, name, "$seen"),
            [.. split.Groups[0].Cells.Select(cell => cell with { Count = truth.Of(question.Key, name, cell.Id) })],
            split.Groups[0].Measures)
        select With(
            state,
            question.Key,
            part with
            {
                Breakdowns =
                [
                    .. part.Breakdowns.Select(known => known == split ? split with { Groups = [.. split.Groups, shown] } : known)
                ],
            });

    /// <summary>Plants in the last word of each history, and demands that such a part of the plants is found.</summary>
    private static void Finds(double part, Func<History, PublicState, Population, IEnumerable<PublicState>> plant, string says = "")
    {
        var (planted, found) = (0, 0);
        foreach (var history in Played.Value)
        {
            foreach (var state in plant(history, history.States[^1], Population.Open).Take(2))
            {
                planted++;
                found += Leaks.Of(history, [state], Population.Open).Any(
                    leak =>
                        leak.Contains(says, StringComparison.Ordinal)
                            && (says.Length == 0 || leak.Contains("follows", StringComparison.Ordinal)))
                    ? 1
                    : 0;
            }
        }

        Assert.True(planted > 10 && found >= part * planted, $"{found} of {planted}");
    }

    private static PublicState With(PublicState state, string key, PublishedPopulation part) => state with
    {
        Questions = [.. state.Questions.Select(question => question.Key == key
            ? question with { Populations = [.. question.Populations.Select(known => known.Population == part.Population ? part : known)] }
            : question)],
    };
}
