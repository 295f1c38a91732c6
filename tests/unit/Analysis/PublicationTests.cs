using System.Text;
using Participatie.Surveys.Analysis;
using Participatie.Surveys.Analysis.Publishing;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Intake;

namespace Participatie.Tests.Analysis;

public sealed class PublicationTests
{
    private readonly Consultation _definition = new GivenConsultation()
        .WithChoice("reis", "fiets", "auto", "bus", "trein")
        .WithOpen("waarom").ShownWhen("reis", "bus")
        .WithPlace()
        .But(frame => frame with { Results = ResultsMoment.WhileOpen })
        .Build();

    private readonly ConsultationTally _tally;
    private readonly GivenPublication _publication;

    public PublicationTests()
    {
        _tally = new ConsultationTally(TallyLayout.Of(_definition));
        _publication = new GivenPublication(_definition);
    }

    [Fact]
    public void Of_fewer_than_ten_people_only_their_number_is_told()
    {
        Answer("fiets", 9);
        _publication.Publish(_tally, closed: true);

        Assert.Equal((9L, null), (_publication.Of("$responses").Size, _publication.Of("$responses").Seen));
        Assert.Equal(["$responses"], _publication.Rows.Select(row => row.Key));
    }

    [Fact]
    public void An_opinion_is_shown_in_full_with_zeros_and_ones()
    {
        Answer("fiets", 9);
        Answer("auto", 1);
        _publication.Publish(_tally);

        var reis = _publication.Of("reis");
        Assert.Equal(
            (10L, 9L, 1L, 0L, 0L), (reis.Seen, reis.Count("fiets"), reis.Count("auto"), reis.Count("bus"), reis.Count("$skipped")));
    }

    [Fact]
    public void An_opinion_that_fewer_than_ten_gave_says_how_many_saw_the_question_and_no_more()
    {
        Answer("$skipped", 20);
        Answer("bus", 9);
        _publication.Publish(_tally);

        Assert.Equal((29L, 0), (_publication.Of("reis").Seen, _publication.Of("reis").Cells.Count));
        // It depends on an opinion, so it is one: nine people saw it.
        Assert.Equal((9L, 0), (_publication.Of("waarom").Seen, _publication.Of("waarom").Cells.Count));
    }

    [Fact]
    public void What_is_about_people_waits_for_the_end_and_then_hides_small_counts_and_one_more()
    {
        AnswerAll(50);
        Answer("fiets", 3);
        _publication.Publish(_tally);
        Assert.False(_publication.Has("gemeente"));

        _publication.Publish(_tally, closed: true);
        var places = _publication.Of("gemeente");
        Assert.True(places.Final);
        Assert.Equal((66L, null), (places.Count("assen"), places.Count("coevorden")));
        Assert.DoesNotContain(places.Cells, cell => cell.Count < 10);
    }

    [Fact]
    public void A_question_that_says_why_it_is_asked_is_about_people_and_so_is_what_it_leads_to()
    {
        var definition = new GivenConsultation()
            .WithYesNo("kind").Where(question => question with { Why = GivenConsultation.Words("Omdat") })
            .WithChoice("school", "a", "b").ShownWhen("kind", "ja")
            .WithOpen("meer").ShownWhen("school", "a")
            .WithYesNo("mening")
            .WithOpen("uitleg").ShownWhen("mening", "ja")
            .WithAge()
            .Build();

        var personal = PersonalQuestions.Of(definition);
        Assert.Equal(["kind", "school", "meer", "leeftijd"], definition.Questions.Select(question => question.Id).Where(personal.Contains));
    }

    [Fact]
    public void A_personal_question_is_hidden_when_its_condition_is()
    {
        var definition = new GivenConsultation()
            .WithChoice("werk", "vast", "los", "geen").Where(
                question => question with { Why = GivenConsultation.Words("Omdat"), Required = true })
            .WithYesNo("lang").ShownWhen("werk", "los").Where(question => question with { Required = true })
            .Build();
        var publication = new GivenPublication(definition);
        publication.Publish(
            GivenTally.Of(
                definition,
                [.. Of("""{"werk":"vast"}""", 40), .. Of("""{"werk":"los","lang":"ja"}""", 25), .. Of("""{"werk":"geen"}""", 4)]),
            closed: true);

        // Twenty-five people saw it, but that would give away how many have no work.
        Assert.Null(publication.Of("werk").Count("los"));
        Assert.Null(publication.Of("lang").Seen);
    }

    [Fact]
    public void Groups_are_published_at_the_end()
    {
        AnswerAll(100);
        _publication.Publish(_tally);
        Assert.Empty(_publication.Of("reis").Breakdowns);

        _publication.Publish(_tally, closed: true);
        var split = Assert.Single(_publication.Of("reis").Breakdowns);
        Assert.Equal("place", split.Dimension);
        // Nobody from the other municipalities: Assen is left out with them, and so is who did not say.
        Assert.Equal(["emmen", "meppel"], split.Groups.Select(group => group.Id));
        Assert.Equal(25, split.Groups[0].Cells.Single(cell => cell.Id == "fiets").Count);
    }

    [Fact]
    public void A_question_that_changed_its_kind_or_its_total_is_counted_apart_and_stops_nothing()
    {
        var older = new GivenConsultation().WithYesNo("mee").WithBudget("geld", 100, 10, "u", "v").Build();
        var newer = new GivenConsultation().WithChoice("mee", "ja", "nee").WithBudget("geld", 200, 10, "u", "v").Build();
        var publication = new GivenPublication(older, newer);

        publication.Publish([
            .. GivenTally.Rows(1, GivenTally.Of(older, Of("""{"mee":"ja","geld":[40,60]}""", 12))),
            .. GivenTally.Rows(2, GivenTally.Of(newer, Of("""{"mee":"nee","geld":[40,160]}""", 15))),
        ]);

        Assert.Equal((12L, 15L), (publication.Of("mee@1").Count("ja"), publication.Of("mee").Count("nee")));
        Assert.Equal((60.0, 160.0), (publication.Of("geld@1").Measures[1].Mean, publication.Of("geld").Measures[1].Mean));
    }

    [Fact]
    public void A_question_that_became_one_about_people_is_counted_apart()
    {
        var older = new GivenConsultation().WithYesNo("mee").Build();
        var newer = new GivenConsultation().WithYesNo("mee").Where(question => question with { Why = GivenConsultation.Words("Omdat") })
            .Build();
        var publication = new GivenPublication(older, newer);

        publication.Publish(
            [
                .. GivenTally.Rows(1, GivenTally.Of(older, [.. Of("""{"mee":"ja"}""", 12), .. Of("""{"mee":"nee"}""", 1)])),
                .. GivenTally.Rows(2, GivenTally.Of(newer, [.. Of("""{"mee":"ja"}""", 12), .. Of("""{"mee":"nee"}""", 1)])),
            ],
            closed: true);

        Assert.Equal(1, publication.Of("mee@1").Count("nee"));
        Assert.Null(publication.Of("mee").Count("nee"));
    }

    [Theory]
    [InlineData("number|$seen $skipped $dontknow $rathernot 0 1\n*|12 0 0 0 6 6")]
    [InlineData("yesno|$seen $skipped $dontknow $rathernot ja misschien\n*|12 0 0 0 6 6")]
    [InlineData("yesno|$seen $skipped $dontknow $rathernot ja nee\n*|12 0 0 0 6 6\nplace=atlantis|12 0 0 0 6 6")]
    public void Counts_of_another_shape_leave_out_their_question_and_no_other(string stored)
    {
        var definition = new GivenConsultation().WithYesNo("mee").WithYesNo("ook").Build();
        var rows = GivenTally.Rows(1, GivenTally.Of(definition, Of("""{"mee":"ja","ook":"nee"}""", 12)))
            .Select(row => row.Question == "mee" ? row with { Counts = stored } : row);
        var publication = new GivenPublication(definition);

        publication.Publish([.. rows]);

        Assert.False(publication.Has("mee"));
        Assert.Equal(12, publication.Of("ook").Count("nee"));
    }

    private static IEnumerable<GivenResponse> Of(string document, int times) =>
        Enumerable.Repeat(new GivenResponse(Encoding.UTF8.GetBytes(document), Population.Open, ResponseChannel.OpenLink), times);

    private void AnswerAll(int each)
    {
        foreach (var choice in new[] { "fiets", "auto", "bus", "trein", "$skipped" })
        {
            Answer(choice, each);
        }
    }

    private void Answer(string choice, int times)
    {
        string[] places = ["assen", "emmen", "meppel", "$skipped"];
        for (var time = 0; time < times; time++)
        {
            var why = choice == "bus" ? ""","waarom":{"text":"Omdat","lang":"nl"}""" : "";
            _tally.Add(
                Encoding.UTF8.GetBytes($$"""{"reis":"{{choice}}"{{why}},"gemeente":"{{places[time % 4]}}"}"""),
                Population.Open,
                ResponseChannel.OpenLink,
                1);
        }
    }
}
