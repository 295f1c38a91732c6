using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;
using Participatie.Tests.Analysis;

namespace Participatie.Tests.Answering;

public sealed class ProgressCountersTests
{
    private readonly ProgressCounters _counters = new();

    private readonly PublishedVersion _version = GivenVersion.Of(
        new GivenConsultation().WithYesNo("mee").WithChoice("waarom", "een", "twee").ShownWhen("mee", "nee")
            .WithRanking("orde", "a", "b", "c").Build());

    private Answers _answers = Answers.None;

    [Fact]
    public void Counts_who_comes_and_how_they_get_past()
    {
        _counters.Seen(_version, Question("mee"));
        Save("mee", new Chosen("ja"), seconds: 12);
        Save("orde", new Missing(Reason.DontKnow), seconds: 30);

        Assert.Equal(
            [
                ("mee", ProgressMeasure.Seen, 1), ("mee", ProgressMeasure.Answered, 1), ("mee", ProgressMeasure.Seconds, 12),
                ("mee", ProgressMeasure.Timed, 1),
                ("orde", ProgressMeasure.Seen, 1), ("orde", ProgressMeasure.DontKnow, 1), ("orde", ProgressMeasure.Seconds, 30),
                ("orde", ProgressMeasure.Timed, 1),
            ],
            Taken());
        Assert.Empty(Taken());
    }

    [Fact]
    public void Whoever_changes_an_answer_moves_and_is_nobody_new()
    {
        Save("mee", new Chosen("ja"));
        Save("orde", new Missing(Reason.Skipped));
        Taken();

        Save("mee", new Missing(Reason.Skipped), seconds: 99);
        Save("orde", new Missing(Reason.Skipped), seconds: 99);

        Assert.Equal([("mee", ProgressMeasure.Answered, -1), ("mee", ProgressMeasure.Skipped, 1)], Taken());
    }

    [Fact]
    public void A_question_that_opens_later_is_seen_when_the_way_leads_there()
    {
        Save("mee", new Chosen("ja"));
        Taken();

        Save("mee", new Chosen("nee"));
        Save("waarom", new Chosen("een"));

        // To the next one they had come before.
        Assert.Equal(
            [("waarom", ProgressMeasure.Seen, 1), ("waarom", ProgressMeasure.Answered, 1), ("orde", ProgressMeasure.Seen, 1)],
            Taken().OrderBy(one => one.Question == "orde"));
    }

    [Fact]
    public void A_question_with_steps_is_got_past_when_it_is_whole_and_takes_all_its_pages()
    {
        Save("mee", new Chosen("ja"));
        Taken();

        Save("orde", new Ranked(["a"]), seconds: 20);
        Assert.Equal([("orde", ProgressMeasure.Seconds, 20)], Taken());
        Save("orde", new Ranked(["a", "b", "c"]), seconds: 15);
        Assert.Equal(
            [("orde", ProgressMeasure.Answered, 1), ("orde", ProgressMeasure.Seconds, 15), ("orde", ProgressMeasure.Timed, 1)], Taken());
    }

    [Fact]
    public void Who_made_tea_in_between_counts_for_five_minutes()
    {
        Save("mee", new Chosen("ja"), seconds: 3000);

        Assert.Contains(("mee", ProgressMeasure.Seconds, 300L), Taken());
    }

    [Fact]
    public void What_could_not_be_written_down_is_counted_the_next_time()
    {
        Save("mee", new Chosen("ja"));
        _counters.PutBack(_counters.Take());
        Save("mee", new Missing(Reason.Skipped));

        Assert.Equal([("mee", ProgressMeasure.Skipped, 1L), ("orde", ProgressMeasure.Seen, 1L)], Taken());
    }

    [Fact]
    public async Task Many_at_once_lose_nothing()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(
            () =>
            {
                for (var time = 0; time < 10_000; time++)
                    _counters.Seen(_version, Question("mee"));
            },
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));

        Assert.Equal([("mee", ProgressMeasure.Seen, 80_000L)], Taken());
    }

    private Question Question(string id) => _version.Definition.Find(id)!;

    private void Save(string id, Answer answer, int? seconds = null)
    {
        var (before, question) = (_answers, Question(id));
        _answers = before.With(question, answer);
        _counters.Saved(
            _version,
            question,
            Journey.Of(_version.Definition, before),
            Journey.Of(_version.Definition, _answers),
            (before, _answers),
            seconds is { } time ? TimeSpan.FromSeconds(time) : null);
    }

    private List<(string Question, ProgressMeasure Measure, long Number)> Taken() =>
        [.. _counters.Take().Select(change => (change.QuestionId, change.Measure, change.Number))];
}
