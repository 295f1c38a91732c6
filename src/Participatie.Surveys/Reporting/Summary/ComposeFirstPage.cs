using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Surveys.Reporting.Results;

namespace Participatie.Surveys.Reporting.Summary;

/// <summary>The page that stands alone: what came out, who is missing, and what it does not say.</summary>
internal sealed class ComposeFirstPage(SummaryInput input, SummaryResults results, SummaryWording wording)
{
    public bool IsFinal => results.Main.IsFinal;

    public string Title => wording.Words.Format(
        IsFinal ? "summary.title.final" : "summary.title.interim", wording.Of(input.Latest.Definition.Title).Text);

    public IEnumerable<SummaryBlock> Of() => [.. Head(), .. Findings(), .. Missing(), .. Limits()];

    private IEnumerable<SummaryBlock> Head()
    {
        var title = wording.Of(input.Latest.Definition.Title);
        var before = wording.Words[IsFinal ? "summary.title.final" : "summary.title.interim"].Replace("{0}", "", StringComparison.Ordinal)
            .TrimEnd();
        yield return new SummaryHeading(1, "samenvatting", [wording.Plain(before), title]);
        if (input.Life.IsTrial)
            yield return wording.Paragraph("summary.trial") with { IsStrong = true };
        yield return new SummaryParagraph(
        [
            wording.Say("summary.counted", wording.Day(Amsterdam.DayOf(input.CountedAt))),
            .. results.Main.Look is { } look ? [wording.Plain(look)] : Array.Empty<Passage>(),
            .. IsFinal ? [] : new[] { wording.Say(input.IsClosed ? "summary.counting" : "summary.interim") },
        ]);
        yield return new SummaryParagraph([.. results.Main.Arrivals.Select(wording.Plain)]);
    }

    private IEnumerable<SummaryBlock> Findings()
    {
        var findings = results.Findings;
        if (findings.Count == 0)
        {
            yield return wording.Paragraph("summary.findings.none");
            yield break;
        }

        yield return new SummaryHeading(
            2, "punten", [wording.Plain(wording.Words.Count("summary.findings", findings.Count, findings.Count))]);
        yield return new SummaryList(
            [.. findings.Select(finding => new SummaryItem([wording.Of(finding.Question.Question.Text)], InWords(finding.Finding)))],
            IsNumbered: true);
    }

    private IReadOnlyList<Passage> InWords(Finding finding) =>
    [
        .. finding.Kind == FindingKind.CloseCall ? [wording.Say("summary.findings.divided")] : Array.Empty<Passage>(),
        wording.Plain(finding.Sentence),
        .. finding.Against is { } against
            ? [wording.Plain(wording.Said(against, new ResultWording(wording.Language, results.Main.Population)))]
            : Array.Empty<Passage>(),
    ];

    private IEnumerable<SummaryBlock> Missing() =>
    [
        wording.Heading(2, "ontbreekt", "summary.missing"),
        .. new ComposeMissing(input, IsFinal, wording).Sentences(),
    ];

    private IEnumerable<SummaryBlock> Limits() =>
    [
        wording.Heading(2, "niet", "summary.limits"),
        .. SummaryWording.List(
        [
            SummaryWording.Item(wording.Plain(results.Main.Warning)),
            SummaryWording.Item(wording.Say("summary.limits.chosen")),
            SummaryWording.Item(wording.Say("summary.limits.hidden")),
            .. IsFinal ? [] : new[] { SummaryWording.Item(wording.Say("summary.limits.interim")) },
        ]),
    ];
}
