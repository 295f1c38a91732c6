using Participatie.Surveys.Analysis;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake;

namespace Participatie.Tests.Analysis;

public sealed class CountsTextTests
{
    [Fact]
    public void Counts_are_stored_by_group_with_the_names_of_the_cells()
    {
        var counts = GivenTally.Of(
            new GivenConsultation().WithYesNo("mee").WithPlace().Build(),
            "mee",
            """{"mee":"ja","gemeente":"assen"}""",
            """{"mee":"$skipped","gemeente":"assen"}""");

        Assert.Equal(
            """
            yesno|$seen $skipped $dontknow $rathernot ja nee
            *|2 1 0 0 1 0
            place=assen|2 1 0 0 1 0
            age=?|2 1 0 0 1 0
            """,
            CountsText.Write(counts),
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void Counts_of_every_kind_are_read_back_as_they_were()
    {
        var definition = GivenConsultation.WithEveryKind().Build();
        foreach (var (_, counts) in GivenTally.Of(definition, GivenResponse.Many(definition, new Dice(11), 200)).Rows)
        {
            var read = CountsText.Read(counts.Question, counts.Breakdowns, CountsText.Write(counts));

            Assert.Empty(counts.Differences(read));
        }
    }

    [Fact]
    public void A_difference_names_question_group_and_cell()
    {
        var definition = new GivenConsultation().WithYesNo("mee").Build();
        var stored = GivenTally.Of(definition, "mee", """{"mee":"ja"}""");
        var recounted = GivenTally.Of(definition, "mee", """{"mee":"ja"}""");
        stored.Add(GivenTally.Of(definition, "mee", """{"mee":"ja"}"""), -1);

        Assert.Contains("mee/*/ja: stored 0, recounted 1", stored.Differences(recounted));
    }

    [Fact]
    public void Versions_add_up_by_the_ids_of_choices()
    {
        var first = new GivenConsultation().WithChoice("reis", "fiets", "auto").Build();
        var second = new GivenConsultation().WithChoice("reis", "trein", "fiets").WithPlace().Build();

        var merged = Merge(first, ["""{"reis":"fiets"}""", """{"reis":"auto"}"""], second, ["""{"reis":"fiets","gemeente":"assen"}"""]);

        var counts = merged["reis"];
        Assert.Equal((2, 1, 0), (counts.In("fiets"), counts.In("auto"), counts.In("trein")));
        Assert.Equal(3, merged.Total);
        // The first version asked no place, so its responses are in the unknown group.
        Assert.Equal(
            (2, 1),
            (counts.In(counts.Breakdowns.IndexOf("place=?"), "$seen"), counts.In(counts.Breakdowns.IndexOf("place=assen"), "$seen")));
    }

    [Fact]
    public void An_id_that_changed_kind_is_another_question()
    {
        var first = new GivenConsultation().WithChoice("reis", "ja", "nee").Build();
        var second = new GivenConsultation().WithYesNo("reis").Build();

        var merged = Merge(first, ["""{"reis":"ja"}"""], second, ["""{"reis":"ja"}""", """{"reis":"ja"}"""]);

        Assert.Equal((2, 1), (merged["reis"].In("ja"), merged["reis@1"].In("ja")));
    }

    private static MergedCounts Merge(
        Consultation first, string[] inFirst, Consultation second, string[] inSecond)
    {
        IReadOnlyList<PublishedVersion> versions = [GivenVersion.Of(first), GivenVersion.Of(second, 2)];
        var rows = GivenTally.Rows(1, Tally(first, inFirst)).Concat(GivenTally.Rows(2, Tally(second, inSecond)));
        return MergedCounts.Of(versions, MergedQuestions.Of(versions), rows);

        static ConsultationTally Tally(Consultation definition, string[] documents) => GivenTally.Of(
            definition,
            documents.Select(one => new GivenResponse(System.Text.Encoding.UTF8.GetBytes(one), Population.Open, ResponseChannel.OpenLink)));
    }
}
