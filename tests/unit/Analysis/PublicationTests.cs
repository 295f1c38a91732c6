using System.Text;
using Participatie.Surveys.Analysis;
using Participatie.Surveys.Definition;
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
    public void Nothing_is_shown_under_ten_people()
    {
        Answer("fiets", 9);
        _publication.Publish(_tally);

        Assert.Null(_publication.Of("reis").Seen);
        Assert.Empty(_publication.Of("reis").Cells);
        Assert.Null(_publication.Of("$responses").Seen);
    }

    [Fact]
    public void A_small_count_takes_the_next_smallest_with_it()
    {
        Answer("fiets", 60);
        Answer("auto", 40);
        Answer("bus", 30);
        Answer("trein", 4);
        Answer("$skipped", 20);
        _publication.Publish(_tally);

        var reis = _publication.Of("reis");
        Assert.Equal((154L, 60L, 40L, 30L), (reis.Seen, reis.Count("fiets"), reis.Count("auto"), reis.Count("bus")));
        Assert.Null(reis.Count("trein"));
        Assert.Null(reis.Count("$skipped"));
        Assert.True(reis.Has("trein"));
    }

    [Fact]
    public void A_question_is_hidden_when_its_condition_is()
    {
        Answer("fiets", 60);
        Answer("auto", 40);
        Answer("trein", 45);
        Answer("bus", 20);
        Answer("$skipped", 5);
        _publication.Publish(_tally);

        // Twenty people saw it, but that would give away how many skipped the first question.
        Assert.Null(_publication.Of("reis").Count("bus"));
        Assert.Null(_publication.Of("waarom").Seen);
    }

    [Fact]
    public void Nine_more_people_change_nothing_and_ten_do()
    {
        AnswerAll(50);
        _publication.Publish(_tally);

        Answer("fiets", 9);
        Assert.Equal(0, _publication.Publish(_tally));
        Answer("fiets", 1);
        Assert.NotEqual(0, _publication.Publish(_tally));
        Assert.Equal(60, _publication.Of("reis").Count("fiets"));
    }

    [Fact]
    public void A_count_that_would_change_by_a_few_keeps_the_question_as_it_was()
    {
        AnswerAll(50);
        _publication.Publish(_tally);

        Answer("fiets", 10);
        Answer("auto", 3);
        _publication.Publish(_tally);

        Assert.Equal((250L, 50L), (_publication.Of("reis").Seen, _publication.Of("reis").Count("fiets")));
        Assert.Equal(263, _publication.Of("$responses").Seen);
    }

    [Fact]
    public void Groups_are_published_after_closing_and_then_nothing_changes()
    {
        AnswerAll(100);
        _publication.Publish(_tally);
        Assert.Empty(_publication.Of("reis").Splits);

        _publication.Publish(_tally, closed: true);
        var split = Assert.Single(_publication.Of("reis").Splits);
        Assert.Equal("place", split.Dimension);
        // Nobody from the other municipalities: Assen is left out with them, and so is who did not say.
        Assert.Equal(["emmen", "meppel"], split.Groups.Select(group => group.Id));
        Assert.Equal(25, split.Groups[0].Cells.Single(cell => cell.Id == "fiets").Count);

        AnswerAll(100);
        Assert.Equal(0, _publication.Publish(_tally, closed: true));
    }

    [Fact]
    public void Results_that_wait_for_closing_are_not_published_before()
    {
        var waiting = new GivenPublication(_definition with { Results = ResultsMoment.AfterClosing });
        AnswerAll(50);

        Assert.Equal(0, waiting.Publish(_tally));
        Assert.NotEqual(0, waiting.Publish(_tally, closed: true));
    }

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
            _tally.Add(Encoding.UTF8.GetBytes($$"""{"reis":"{{choice}}"{{why}},"gemeente":"{{places[time % 4]}}"}"""), Population.Open, Channel.OpenLink, 1);
        }
    }
}
