using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;

namespace Participatie.Tests.Definition.Life;

public sealed class LifeStepsTests
{
    /// <summary>Every step that leads on, as the people who run consultations were told; nothing else does.</summary>
    private const string Allowed =
        """
        Concept ReviewAsked InReview
        Concept Withdrawn Withdrawn
        InReview SentBack Concept
        InReview Approved Approved
        InReview Withdrawn Withdrawn
        Approved SentBack Concept
        Approved Planned Planned
        Approved Opened Open
        Approved Withdrawn Withdrawn
        Planned SentBack Concept
        Planned Planned Planned
        Planned Unplanned Approved
        Planned Opened Open
        Planned Withdrawn Withdrawn
        Open Corrected Open
        Open Extended Open
        Open Closed Closed
        Open Withdrawn Withdrawn
        Closed Reported Reported
        Closed Archived Archived
        Closed Withdrawn Withdrawn
        Reported Decided Reported
        Reported Archived Archived
        Reported Withdrawn Withdrawn
        Archived Restored Closed
        """;

    [Fact]
    public void Each_step_leads_on_from_the_states_of_the_table_and_from_no_other() => Assert.Equal(
        Allowed.Split('\n'),
        from state in Enum.GetValues<LifeState>()
        from step in Enum.GetValues<LifeStep>()
        let to = LifeSteps.To(state, step)
        where to is not null
        select $"{state} {step} {to}");

    [Fact]
    public void A_life_begins_once_and_with_nothing_else() => Assert.Equal(
        [(LifeStep.Begun, LifeState.Concept)],
        from step in Enum.GetValues<LifeStep>() where LifeSteps.To(null, step) is not null select (step, LifeSteps.To(null, step)!.Value));

    [Theory]
    [InlineData(LifeState.Closed)]
    [InlineData(LifeState.Reported)]
    public void Out_of_the_archive_it_comes_back_to_where_it_was(LifeState before)
    {
        LifeStep[] steps = before == LifeState.Reported ? [LifeStep.Reported, LifeStep.Archived] : [LifeStep.Archived];
        Assert.Equal(LifeState.Archived, Life([.. ToClosed, .. steps]).State);
        Assert.Equal(before, Life([.. ToClosed, .. steps, LifeStep.Restored]).State);
    }

    [Fact]
    public void Only_what_residents_know_has_public_events_and_closing_on_its_day_is_none()
    {
        Assert.Empty(Life(LifeStep.Begun, LifeStep.ReviewAsked, LifeStep.Withdrawn).PublicEvents);
        Assert.Equal(
            [LifeStep.Opened, LifeStep.Corrected, LifeStep.Closed],
            Life([.. ToOpen, LifeStep.Corrected, LifeStep.Closed]).PublicEvents.Select(one => one.Step));
        var onItsDay = new LifeEvent(6, At(6), "", LifeStep.Closed, new DateOnly(2027, 2, 1), null, null, "", null);
        Assert.Equal(
            [LifeStep.Opened], ConsultationLife.Of(1, "proef", false, [.. Life(ToOpen).Events, onItsDay]).PublicEvents.Select(one => one.Step));
    }

    /// <summary>So that a life is the same whether it is followed step by step or read from its events.</summary>
    [Fact]
    public void A_step_leads_to_one_state_wherever_it_is_taken() => Assert.All(
        Allowed.Split('\n').Select(line => line.Split(' ')),
        words => Assert.Equal(
            Enum.Parse<LifeState>(words[2]), LifeSteps.After(Enum.Parse<LifeStep>(words[1]), LifeState.Closed)));

    [Fact]
    public void Nobody_answers_before_it_opened_or_when_it_was_removed()
    {
        var version = new PublishedVersion(1, 1, GivenLife.Questions().Build(), At(0));
        foreach (var steps in new LifeStep[][] { [], [LifeStep.Begun], [LifeStep.Begun, LifeStep.ReviewAsked, LifeStep.Approved] })
        {
            Assert.Equal(OpenState.Closed, Opening.Of(Life(steps), version, At(9)));
        }

        Assert.Equal(OpenState.Open, Opening.Of(Life(ToOpen), version, At(9)));
    }

    private static readonly LifeStep[] ToOpen = [LifeStep.Begun, LifeStep.ReviewAsked, LifeStep.Approved, LifeStep.Opened];

    private static readonly LifeStep[] ToClosed = [.. ToOpen, LifeStep.Closed];

    private static ConsultationLife Life(params LifeStep[] steps) => ConsultationLife.Of(
        1,
        "proef",
        isTrial: false,
        steps.Select((step, place) => new LifeEvent(place + 1, At(place + 1), "Anne", step, null, null, null, "omdat", null)));

    private static DateTimeOffset At(int hour) => DateTimeOffset.UnixEpoch.AddHours(hour);
}
