using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Comparing;
using Participatie.Surveys.Language;
using Participatie.Surveys.Reporting.Summary;
using Participatie.Surveys.Review.Advising;
using Participatie.Surveys.Review.Findings;
using Participatie.Surveys.Review.Meetings;

namespace Participatie.Web.Pages.Review.Meetings;

/// <summary>
/// What lies before the council at a meeting, in words: the page and the DOCX file are made of this, so that they say the same. In plain
/// Dutch, as the council reads it.
/// </summary>
internal sealed class MeetingInWords(MeetingPaper paper, Catalogue catalogue)
{
    /// <summary>Beside one answer: a paper for a meeting stays short, the page of the finding has all of it.</summary>
    private const int MostChanges = 3;

    private readonly InterfaceWords _words = InterfaceWords.For(Languages.Dutch, Audience.Council);

    public SummaryText Write()
    {
        var since = paper.Since is { } day ? _words.Format("council.meeting.since", _words.Day(day)) : _words["council.meeting.all"];
        return new SummaryText(
            Languages.Dutch,
            _words["council.meeting"],
            [
                new SummaryHeading(1, "vergadering", [Say(_words["council.meeting"])]),
                Paragraph(_words.Format("council.meeting.made", _words.Day(paper.Today))),
                Paragraph(since),
                .. Section("gezegd", "council.meeting.said", [.. paper.Advised.Select(Given), .. paper.Reported.Select(Reported)]),
                .. Section("gedaan", "council.meeting.done", [.. paper.AdviceDone.Select(Answered), .. paper.FoundDone.Select(Done)]),
                .. Section(
                    "te-laat",
                    "council.meeting.late",
                    [
                        .. paper.AdviceLate.Select(one => Item(one, Due(one, isLate: true))),
                        .. paper.FoundLate.Select(one => Item(
                            one, _words.Format("council.meeting.late.promised", _words.Day(Promised(one))), one.Finding.Report.Text)),
                        .. Reports("council.meeting.late.reports", paper.ReportsLate),
                    ]),
                .. Section(
                    "open",
                    "council.meeting.open",
                    [
                        .. paper.AdviceOpen.Select(one => Item(one, Due(one, isLate: false))),
                        .. paper.FoundOpen.Select(one => Item(one, Open(one), one.Finding.Report.Text)),
                        .. Reports("council.meeting.open.reports", paper.ReportsOpen),
                    ]),
            ]);
    }

    private IEnumerable<SummaryBlock> Section(string id, string key, IReadOnlyList<SummaryItem> items)
    {
        yield return new SummaryHeading(2, id, [Say(_words[key])]);
        if (items.Count == 0)
            yield return Paragraph(_words["council.meeting.nothing"]);
        else
            yield return new SummaryList(items);
    }

    private SummaryItem Given(CouncilAdvice one) => Item(
        one,
        _words.Format(one.Entry.IsAsked ? "advice.asked" : "advice.unasked", _words.Day(Amsterdam.DayOf(one.Moment))),
        one.Entry.Text);

    private SummaryItem Answered(CouncilAdvice one) => Item(
        one,
        _words[one.Answer!.Answer == AnswerKind.Not ? "report.state.not" : "report.state.solved"],
        _words.Format("report.answer.day", _words.Day(Amsterdam.DayOf(one.Answer.Moment))),
        one.Answer.Text);

    private SummaryItem Reported(FoundThing one) =>
        Item(one, _words[$"council.meeting.severity.{one.Finding.Severity}"], one.Finding.Report.Text);

    private SummaryItem Done(FoundThing one)
    {
        var state = one.State == FindingState.Closed ? "council.state.Closed" : "council.meeting.again";
        if (one.Finding.Answer is not { } answer)
            return Item(one, _words[state]);
        var item = Item(
            one, _words[state], _words[answer.Answer == AnswerKind.Not ? "report.state.not" : "report.state.solved"], answer.Text);
        return one.Changes is { } changes ? item with { Words = [.. item.Words, .. Changed(changes)] } : item;
    }

    /// <summary>What the page said and what it says now, as it is told to the member: the first of it.</summary>
    private IEnumerable<Passage> Changed(IReadOnlyList<PageChange> changes)
    {
        if (changes.Count == 0)
            return [Say(_words["council.change.none"])];
        var told = changes.Where(one => one.Before is not null || one.After is not null).ToList();
        return
        [
            .. told.Take(MostChanges).SelectMany(Changed),
            .. told.Count > MostChanges ? [Say(_words.Format("council.change.more", MostChanges))] : Array.Empty<Passage>(),
            .. told.Count < changes.Count ? [Say(_words["council.change.other"])] : Array.Empty<Passage>(),
        ];
    }

    private IEnumerable<Passage> Changed(PageChange one) => one switch
    {
        { Kind: DifferenceKind.Reworded, Before: { } before, After: { } after } =>
            [.. Quoted("council.change.before", before), .. Quoted("council.change.after", after)],
        { Kind: DifferenceKind.Moved, After: { } moved } => Quoted("council.change.moved", moved),
        { After: { } added } => Quoted("council.change.new", added),
        _ => Quoted("council.change.gone", one.Before!.Value),
    };

    /// <summary>In the language that it is in.</summary>
    private Passage[] Quoted(string key, Passage words) =>
        [Say(_words[key] + ":"), words with { Text = $"“{words.Text}”" }];

    private string Open(FoundThing one) => one.State == FindingState.Promised
        ? _words.Format("report.state.promised", _words.Day(Promised(one)))
        : _words["council.state.Open"];

    private string Due(CouncilAdvice one, bool isLate) => _words.Format(
        (one.State, isLate) switch
        {
            (AdviceState.Promised, true) => "report.state.broken",
            (AdviceState.Promised, false) => "report.state.promised",
            (_, true) => "report.state.late",
            _ => "report.state.open",
        },
        _words.Day(one.DueOn));

    private static DateOnly Promised(FoundThing one) => DateOnly.FromDayNumber(one.Finding.Answer!.Day!.Value);

    private IEnumerable<SummaryItem> Reports(string key, int count) =>
        count == 0 ? [] : [new SummaryItem([], [Say(_words.Count(key, count, _words.Number(count)))])];

    private SummaryItem Item(CouncilAdvice one, params ReadOnlySpan<string> said) => Item(
        _words.Format("advice.one", one.Number),
        one.IsOnProduct ? _words["council.meeting.product"] : TitleOf(one.Entry.Slug),
        said);

    private SummaryItem Item(FoundThing one, params ReadOnlySpan<string> said)
    {
        var slug = catalogue.Lives.FirstOrDefault(life => life.ConsultationId == one.ConsultationId)?.Slug ?? "";
        return Item(
            _words.Format("council.finding", one.Finding.Number),
            one.Finding.Subject == FindingSubject.Product ? _words["council.meeting.product"] : TitleOf(slug),
            said);
    }

    private SummaryItem Item(string name, string about, ReadOnlySpan<string> said)
    {
        var words = new List<Passage>(said.Length);
        foreach (var one in said)
            words.Add(Say(one));
        return new SummaryItem([Say(_words.Format("council.meeting.about", name, about))], words);
    }

    private string TitleOf(string slug) => catalogue.Latest(slug)?.Definition.Title.Dutch ?? slug;

    private static SummaryParagraph Paragraph(string text) => new([Say(text)]);

    private static Passage Say(string text) => new(text, Languages.Dutch);
}
