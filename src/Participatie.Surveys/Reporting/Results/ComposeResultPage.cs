using Participatie.Surveys.Analysis;
using Participatie.Surveys.Analysis.OpenAnswers;
using Participatie.Surveys.Analysis.Publishing;
using Participatie.Surveys.Analysis.Tallies;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Surveys.Reporting.Kinds;

namespace Participatie.Surveys.Reporting.Results;

/// <summary>Puts what was published into words.</summary>
/// <param name="versions">All versions of the consultation: choices that only an older one offered have their words there.</param>
/// <param name="language">Of the reader.</param>
public sealed class ComposeResultPage(IReadOnlyList<PublishedVersion> versions, string language)
{
    private readonly IReadOnlyList<MergedQuestion> _questions = MergedQuestions.Of(versions);

    /// <param name="published">The prepared rows.</param>
    /// <param name="released">Open answers that staff released.</param>
    /// <param name="whose">The population that the page is about; null: the first that is large enough.</param>
    public ResultPage Of(IReadOnlyList<PublishedQuestion> published, IReadOnlyList<ReleasedText> released, Population? whose = null)
    {
        var arrivals = published.FirstOrDefault(row => row.Key == ResponsesTally.Responses)?.Populations ?? [];
        var large = arrivals.Where(population => population.Seen is not null).Select(population => population.Population).ToList();
        // The populations stand in their own order: whoever came in by the open link first, organisations last.
        var shown = whose ?? large.FirstOrDefault();
        var parts = arrivals.Count > 0 && !large.Contains(shown) ? [] : Parts(published, shown).ToList();
        var own = arrivals.FirstOrDefault(population => population.Population == shown);
        var isFinal = own is { Final: true };
        return new ResultPage
        {
            Population = shown,
            IsFinal = isFinal,
            Look = own is { Final: false, Seen: { } seen } ? new ResultWording(language, shown).Look(seen) : null,
            WaitsForClosing = !isFinal && _questions.Any(question => question.IsPersonal),
            Others = [.. large.Where(population => population != shown)],
            Arrivals = [.. arrivals.SelectMany(Arrivals)],
            Warning = InterfaceWords.For(language)["result.notall"],
            Hiding = [.. Hiding(parts.ConvertAll(part => part.Published), new ResultWording(language, shown))],
            Questions = parts.ConvertAll(part => Question(part.Question, part.Published) with
            {
                Released =
                [
                    .. released.Where(text => text.Question == part.Question.Key && text.Population == shown).Select(text => text.Text)
                ],
            }),
        };
    }

    private IEnumerable<(MergedQuestion Question, PublishedPopulation Published)> Parts(
        IReadOnlyList<PublishedQuestion> published, Population shown) =>
        from question in _questions
        let part = published.FirstOrDefault(row => row.Key == question.Key)?.Populations.FirstOrDefault(part => part.Population == shown)
        where part is not null
        select (question, part);

    private QuestionResult Question(MergedQuestion merged, PublishedPopulation published)
    {
        var wording = new ResultWording(language, published.Population);
        var kind = KindReport.All.For(merged.Question);
        var result = new QuestionResult
        {
            Key = merged.Key.Replace('@', '-'),
            Kind = merged.Question.Kind,
            IsAboutPeople = merged.Question.Dimension is not null,
            Title = merged.Question.Text.In(language),
            Sentence = wording.Say("toofew", wording.People),
        };
        if (published.Seen is null)
        {
            return result;
        }

        var source = new ResultSource(published, wording);
        if (published.Cells.Count == 0)
        {
            return result with { Sentence = wording.Say("toofew.opinion", wording.People), Notes = [ResultNotes.Seen(source)] };
        }

        return result with
        {
            Sentence = kind.Sentence(merged.Question, source),
            Table = kind.Table(merged.Question, source),
            More = kind.More(merged.Question, source),
            Notes = [.. ResultNotes.Of(source, kind.Cells(merged.Question))],
            Breakdowns = [.. published.Breakdowns.Select(split => BreakdownResults.Of(split, merged.Question, wording))],
        };
    }

    private static IEnumerable<string> Hiding(List<PublishedPopulation> parts, ResultWording wording)
    {
        if (parts.Exists(part => part.Cells.Any(cell => cell.Count is null)))
        {
            yield return wording["hidden.why"];
        }

        if (parts.Exists(ResultNotes.HidesWhoPassed))
        {
            yield return wording.Say("passed.hidden", wording.People);
        }
    }

    private IEnumerable<string> Arrivals(PublishedPopulation published)
    {
        var wording = new ResultWording(language, published.Population);
        var population = ResultWording.PopulationKey(published.Population);
        if (published.Seen is not { } all)
        {
            return [wording.Say("size." + population, published.Size)];
        }

        if (published.Population is not Population.Open)
        {
            return [wording.Say(published.Population is Population.Invited ? "arrived.letter" : "arrived.organisation", all)];
        }

        return published.Count("open") is { } open && published.Count("paper") is { } paper
            ? [wording.Say("arrived.open", open), wording.Say("arrived.paper", paper)]
            : [wording.Say("arrived.together", all)];
    }
}
