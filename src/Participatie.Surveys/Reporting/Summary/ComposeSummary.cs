using Participatie.Surveys.Analysis;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Language;
using Participatie.Surveys.Reporting.Decisions;
using Participatie.Surveys.Reporting.Results;

namespace Participatie.Surveys.Reporting.Summary;

/// <summary>Puts a summary into words: the whole in Dutch, and one page in easy Dutch.</summary>
public sealed class ComposeSummary
{
    private readonly SummaryInput _input;

    private ComposeSummary(SummaryInput input) => _input = input;

    public static SummaryDocument Of(SummaryInput input) => new ComposeSummary(input).Compose();

    private SummaryDocument Compose()
    {
        var dutch = new SummaryWording(Languages.Dutch);
        var results = new SummaryResults(_input, Languages.Dutch);
        var first = new ComposeFirstPage(_input, results, dutch);
        return new SummaryDocument
        {
            Slug = _input.Latest.Definition.Slug,
            CountedAt = _input.CountedAt,
            IsFinal = results.Main.IsFinal,
            Dutch = new SummaryText(
                dutch.Language,
                first.Title,
                [
                    .. first.Of(),
                    new SummaryPageEnd(),
                    .. Asked(dutch),
                    dutch.Heading(2, "antwoorden", "summary.answers"),
                    .. results.Questions.Where(question => question.Asked.Question.Dimension is null)
                        .SelectMany(question => Question(question.Asked, question.Parts, results, dutch)),
                    .. People(results, dutch),
                    .. Decisions(dutch),
                    .. new ComposeMethod(_input, results, dutch).Of(),
                ]),
            Easy = Easy(),
        };
    }

    private SummaryText Easy()
    {
        var easy = new SummaryWording(Languages.EasyDutch);
        var first = new ComposeFirstPage(_input, new SummaryResults(_input, Languages.EasyDutch), easy);
        return new SummaryText(
            easy.Language,
            first.Title,
            [.. first.Of(), .. Decisions(easy), easy.Heading(2, "meer", "summary.more"), easy.Paragraph("summary.more.text")]);
    }

    private IEnumerable<SummaryBlock> Asked(SummaryWording wording)
    {
        var charter = _input.Latest.Definition.Charter;
        yield return wording.Heading(2, "gevraagd", "summary.asked");
        foreach (var line in SummaryWording.Lines(wording.Of(_input.Latest.Definition.About)))
            yield return line;
        foreach (var (key, text) in new[]
        {
            ("why", charter.Why), ("room", charter.Room), ("fixed", charter.Fixed), ("decides", charter.Decides), ("after", charter.After),
        })
        {
            yield return wording.Heading(3, "afspraak-" + key, "charter." + key);
            foreach (var line in SummaryWording.Lines(wording.Of(text)))
                yield return line;
        }
    }

    private IEnumerable<SummaryBlock> Question(
        MergedQuestion asked,
        IReadOnlyList<(Population Whose, QuestionResult Result)> parts,
        SummaryResults results,
        SummaryWording wording)
    {
        var id = "vraag-" + SummaryResults.KeyOf(asked);
        yield return new SummaryHeading(3, id, [parts[0].Result.Title]);
        foreach (var (whose, result) in parts)
        {
            var own = id;
            if (results.Pages.Count > 1)
            {
                own = $"{id}-{ResultWording.PopulationKey(whose)}";
                yield return wording.Heading(4, own, "result.population." + ResultWording.PopulationKey(whose));
            }

            foreach (var block in Part(asked, whose, result, own, results, wording))
                yield return block;
        }

        if (_input.Decisions.GetValueOrDefault(asked.Key) is { } decision)
        {
            yield return wording.Heading(4, id + "-besluit", "summary.decision");
            foreach (var block in new ComposeDecision(wording).Of(decision))
                yield return block;
        }
    }

    private IEnumerable<SummaryBlock> Part(
        MergedQuestion asked, Population whose, QuestionResult result, string heading, SummaryResults results, SummaryWording wording)
    {
        yield return new SummaryParagraph(
        [
            wording.Plain(result.Sentence),
            .. results.MinorityOf(asked, whose) is { } minority
                ? [wording.Plain(wording.Said(minority, new ResultWording(wording.Language, whose)))]
                : Array.Empty<Passage>(),
        ]);
        if (result.Table is { } table)
        {
            List<SummaryBar> bars =
            [
                .. from row in table.Rows
                   let cell = row.Cells.FirstOrDefault(cell => cell.Bar is not null)
                   where cell is not null
                   select new SummaryBar(row.Label, cell.Words, Math.Clamp(cell.Bar!.Value, 0, 1)),
            ];
            if (bars.Count > 1)
                yield return new SummaryPicture(wording.Words["summary.picture"], bars);
            yield return new SummaryTable(
                wording.Words["summary.table"] + (table.Caption is { } caption ? $" {caption}." : ""),
                heading,
                table with { Caption = null });
        }

        if (result.Notes.Count > 0)
            yield return new SummaryParagraph([.. result.Notes.Select(wording.Plain)]);
        var written = _input.Released.Where(text => text.Question == asked.Key && text.Population == whose).ToList();
        if (written.Count > 0)
            yield return new SummaryAnswers(
                asked.Key, [.. written.Select(text => text.Response)], wording.Words["summary.released"]);
    }

    private IEnumerable<SummaryBlock> People(SummaryResults results, SummaryWording wording)
    {
        var people = results.Questions.Where(question => question.Asked.Question.Dimension is not null).ToList();
        return people.Count == 0
            ? []
            :
            [
                wording.Heading(2, "deelnemers", "summary.people"),
                .. people.SelectMany(question => Question(question.Asked, question.Parts, results, wording)),
                .. new ComposeMissing(_input, results.Main.IsFinal, wording).Table(),
            ];
    }

    private IEnumerable<SummaryBlock> Decisions(SummaryWording wording)
    {
        yield return wording.Heading(2, "besluit", "summary.decisions");
        if (_input.Decisions.GetValueOrDefault(DecisionEntry.Whole) is { } decision)
        {
            foreach (var block in new ComposeDecision(wording).Of(decision))
                yield return block;
        }
        else
        {
            yield return wording.Paragraph("summary.decision.none");
        }

        foreach (var promise in Promise.Of(_input.Life, _input.Latest, _input.Today).Where(one => one.Kind == PromiseKind.Decision))
        {
            yield return promise.State switch
            {
                PromiseState.Due => wording.Paragraph("results.decision", wording.Day(promise.Day)),
                PromiseState.Late => wording.Paragraph("results.decision.late", wording.Day(promise.Day)),
                _ => wording.Paragraph("results.decision.met", wording.Day(promise.MetOn!.Value)),
            };
        }
    }
}
