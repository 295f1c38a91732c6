using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Surveys.Reporting.Decisions;

namespace Participatie.Surveys.Reporting.Summary;

/// <summary>What is done with what people said, as the result page tells it.</summary>
internal sealed class ComposeDecision(SummaryWording wording)
{
    public IEnumerable<SummaryBlock> Of(Decision decision) =>
        [.. decision.Published is { } text ? Of(text) : [], .. decision.Changes.Select(Of)];

    private IEnumerable<SummaryBlock> Of(DecisionText text)
    {
        foreach (var line in SummaryWording.Lines(wording.Of(text.HeardIn)))
            yield return line;
        yield return wording.Paragraph($"decision.outcome.{text.Outcome}") with { IsStrong = true };
        foreach (var line in SummaryWording.Lines(wording.Of(text.WhyIn)))
            yield return line;
        yield return new SummaryParagraph([wording.Say("decision.who"), InDutch(text.DecidedBy)]);
        if (text.By is { } day)
            yield return wording.Paragraph("decision.due", wording.Day(day));
        if (text.Progress != DecisionProgress.None)
            yield return new SummaryParagraph([wording.Say($"decision.progress.{text.Progress}"), InDutch(text.ProgressReason)]);
    }

    private SummaryParagraph Of(DecisionRevision change) => new(
    [
        wording.Say(
            change.State == DecisionState.TakenBack ? "decision.taken-back" : "decision.changed", wording.Day(Amsterdam.DayOf(change.At))),
        InDutch(change.Note),
    ]);

    private static Passage InDutch(string written) => new(written, Languages.Dutch);
}
