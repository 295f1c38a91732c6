using Participatie.Surveys.Analysis;
using Participatie.Surveys.Intake;

namespace Participatie.Tests.Analysis;

public sealed class ConsultationTallyTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Running_counts_with_withdrawals_in_any_order_equal_a_recount(ulong seed)
    {
        var dice = new Dice(seed);
        var definition = GivenConsultation.WithEveryKind().Build();
        var running = new ConsultationTally(TallyLayout.Of(definition));
        var counted = new List<GivenResponse>();
        for (var step = 0; step < 600; step++)
        {
            if (counted.Count > 0 && dice.OneIn(3))
            {
                var withdrawn = dice.One(counted);
                counted.Remove(withdrawn);
                running.Add(withdrawn.Document, withdrawn.Population, withdrawn.Channel, -1);
            }
            else
            {
                var response = GivenResponse.Random(definition, dice);
                counted.Add(response);
                running.Add(response.Document, response.Population, response.Channel, 1);
            }
        }

        Assert.Equal(GivenTally.Texts(GivenTally.Of(definition, counted)), GivenTally.Texts(running));
    }

    [Fact]
    public void Parts_counted_apart_add_up_to_the_whole()
    {
        var definition = GivenConsultation.WithEveryKind().Build();
        var responses = GivenResponse.Many(definition, new Dice(7), 300);
        var first = GivenTally.Of(definition, responses.Take(120));

        first.Merge(GivenTally.Of(definition, responses.Skip(120)));

        Assert.Equal(GivenTally.Texts(GivenTally.Of(definition, responses)), GivenTally.Texts(first));
    }

    [Fact]
    public void Each_dimension_of_groups_adds_up_to_everybody()
    {
        var definition = GivenConsultation.WithEveryKind().Build();
        foreach (var (_, counts) in GivenTally.Of(definition, GivenResponse.Many(definition, new Dice(8), 300)).Rows)
        {
            for (var cell = 0; cell < counts.Question.Cells.Count; cell++)
            {
                Assert.Equal(counts[0, cell], Sum(counts, Breakdowns.Place, cell));
                Assert.Equal(counts[0, cell], Sum(counts, Breakdowns.Age, cell));
            }
        }
    }

    [Fact]
    public void An_answer_is_counted_in_the_groups_of_place_and_age_that_come_after_it()
    {
        var definition = new GivenConsultation().WithYesNo("mee").WithPlace().WithAge().Build();

        var counts = GivenTally.Of(
            definition,
            "mee",
            """{"mee":"ja","gemeente":"assen","leeftijd":"18-29"}""",
            """{"mee":"ja","gemeente":"emmen","leeftijd":"$rathernot"}""");

        Assert.Equal(2, counts.In("ja"));
        Assert.Equal(1, counts.In(counts.Breakdowns.IndexOf("place=assen"), "ja"));
        Assert.Equal(1, counts.In(counts.Breakdowns.IndexOf("age=18-29"), "ja"));
        Assert.Equal(1, counts.In(counts.Breakdowns.IndexOf("age=?"), "ja"));
        Assert.Equal(0, counts.In(counts.Breakdowns.IndexOf("age=30-44"), "ja"));
    }

    [Fact]
    public void Responses_are_counted_by_the_way_they_came_in()
    {
        var tally = new ConsultationTally(TallyLayout.Of(new GivenConsultation().WithYesNo("mee").Build()));
        tally.Add("""{"mee":"ja"}"""u8, Population.Open, ResponseChannel.OpenLink, 1);
        tally.Add("""{"mee":"ja"}"""u8, Population.Open, ResponseChannel.Paper, 1);
        tally.Add("""{"mee":"ja"}"""u8, Population.Invited, ResponseChannel.Letter, 1);

        Assert.Equal((2, 1, 0, 1), Ways(Population.Open));
        Assert.Equal((1, 0, 1, 0), Ways(Population.Invited));

        (long, long, long, long) Ways(Population population)
        {
            var counts = tally.Of(population, 0);
            return (counts.In("$seen"), counts.In("open"), counts.In("letter"), counts.In("paper"));
        }
    }

    [Fact]
    public void Counting_allocates_nothing()
    {
        var definition = GivenConsultation.WithEveryKind().Build();
        var responses = GivenResponse.Many(definition, new Dice(9), 200);
        var tally = GivenTally.Of(definition, responses);

        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var response in responses)
        {
            tally.Add(response.Document, response.Population, response.Channel, 1);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static long Sum(QuestionCounts counts, string dimension, int cell) => counts.Breakdowns.Names
        .Index()
        .Where(name => name.Item.StartsWith(dimension + "=", StringComparison.Ordinal))
        .Sum(name => counts[name.Index, cell]);
}
