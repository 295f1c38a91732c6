using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Reporting.Summary;

/// <summary>How it was made: days, letters, changes of wording, what is protected and how the first page was chosen.</summary>
internal sealed class ComposeMethod(SummaryInput input, SummaryResults results, SummaryWording wording)
{
    public IEnumerable<SummaryBlock> Of() =>
    [
        wording.Heading(2, "methode", "summary.method"),
        .. SummaryWording.List([.. Days(), .. Changes(), .. People(), .. Rules()]),
    ];

    private IEnumerable<SummaryItem> Days()
    {
        if (input.Life.OpenedAt is { } opened)
            yield return Item("summary.method.opened", wording.Day(Amsterdam.DayOf(opened)));
        foreach (var extended in input.Life.PublicEvents.Where(one => one is { Step: LifeStep.Extended, Day: not null }))
            yield return Told(extended, "summary.method.extended", extended.Day!.Value);
        if (!input.IsClosed)
            yield return Item("summary.method.closes", wording.Day(input.Life.ClosesOn(input.Latest)));
        else if (input.Life.ClosedEarlyAt is { } early)
            yield return new SummaryItem(
                [],
                [
                    wording.Say("summary.method.closed", wording.Day(Amsterdam.DayOf(early))),
                    wording.Say("summary.method.early"),
                    Written(input.Life.Events.Last(one => one.Step == LifeStep.Closed).Reason),
                ]);
        else
            yield return Item("summary.method.closed", wording.Day(input.Life.ClosesOn(input.Latest)));
    }

    private IEnumerable<SummaryItem> Changes()
    {
        var corrections = input.Life.PublicEvents.Where(one => one.Step == LifeStep.Corrected).ToList();
        return corrections.Count == 0
            ? [Item("summary.method.same")]
            : corrections.Select(one => Told(one, "summary.method.corrected", Amsterdam.DayOf(one.At)));
    }

    private IEnumerable<SummaryItem> People()
    {
        if (input.Letters > 0)
            yield return SummaryWording.Item(
                wording.Plain(wording.Words.Count("summary.method.letters", input.Letters, wording.Words.Number(input.Letters))));
        yield return new SummaryItem([], [.. results.Main.Arrivals.Select(wording.Plain)]);
        if (input.Released.Count > 0)
            yield return SummaryWording.Item(
                wording.Plain(
                    wording.Words.Count("summary.method.released", input.Released.Count, wording.Words.Number(input.Released.Count))));
    }

    private IEnumerable<SummaryItem> Rules() =>
    [
        Item("results.rule"),
        .. results.Main.Hiding.Select(reason => SummaryWording.Item(wording.Plain(reason))),
        Item("summary.method.findings"),
        Item("charter.keep-until", wording.Day(input.Latest.Definition.Charter.KeepUntil)),
        Item("summary.method.data"),
    ];

    private SummaryItem Item(string key, params ReadOnlySpan<object?> values) => SummaryWording.Item(wording.Say(key, values));

    private SummaryItem Told(LifeEvent one, string key, DateOnly day) => new([], [wording.Say(key, wording.Day(day)), Written(one.Reason)]);

    private static Passage Written(string reason) => new(reason, Languages.Dutch);
}
