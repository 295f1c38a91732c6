using Participatie.Surveys.Analysis;
using Participatie.Surveys.Analysis.OpenAnswers;
using Participatie.Surveys.Analysis.Publishing;
using Participatie.Surveys.Analysis.Tallies;
using Participatie.Surveys.Definition;

namespace Participatie.Surveys.Reporting.Results;

/// <summary>Puts what was published into words.</summary>
/// <param name="versions">All versions of the consultation: choices that only an older one offered have their words there.</param>
/// <param name="language">Of the reader.</param>
public sealed class ComposeResultPage(IReadOnlyList<PublishedVersion> versions, string language)
{
    private readonly IReadOnlyList<MergedQuestion> _questions = MergedQuestions.Of(versions);

    /// <param name="published">The prepared rows.</param>
    /// <param name="released">Open answers that staff released.</param>
    public ResultPage Of(IReadOnlyList<PublishedQuestion> published, IReadOnlyList<ReleasedText> released)
    {
        var arrivals = published.FirstOrDefault(row => row.Key == ResponsesTally.Responses);
        // Of a population that is too small as a whole the arrivals say so once; its questions would only say it again.
        var tooSmall = arrivals?.Populations.Where(population => population.Seen is null).Select(population => population.Population).ToHashSet() ?? [];
        var several = arrivals?.Populations.Count - tooSmall.Count > 1;
        return new ResultPage(
            [.. arrivals?.Populations.SelectMany(Arrivals) ?? []],
            Words.For(language)["result.notall"],
            [.. from question in _questions
                let row = published.FirstOrDefault(row => row.Key == question.Key)
                where row is not null && !row.Populations.All(population => tooSmall.Contains(population.Population))
                select new QuestionResult(
                    question.Key.Replace('@', '-'),
                    question.Question.Kind,
                    question.Question.Text.In(language),
                    [.. row.Populations.Where(population => !tooSmall.Contains(population.Population)).Select(population => Population(question, population, several) with
                    {
                        Released = [.. released.Where(text => text.Question == question.Key && text.Population == population.Population).Select(text => text.Text)],
                    })])]);
    }

    private PopulationResult Population(MergedQuestion merged, PublishedPopulation published, bool several)
    {
        var wording = new ResultWording(language, published.Population);
        var heading = several ? wording["population." + ResultWording.PopulationKey(published.Population)] : null;
        if (published.Seen is null)
        {
            return new PopulationResult(published.Population, heading, wording.Say("toofew", wording.People), null, [], []);
        }

        var source = new ResultSource(published, wording);
        var kind = KindResults.For(merged.Question);
        return new PopulationResult(
            published.Population,
            heading,
            kind.Sentence(merged.Question, source),
            kind.Table(merged.Question, source),
            [.. Notes(source)],
            [.. published.Splits.Select(split => SplitResults.Of(split, merged.Question, wording))]);
    }

    private static IEnumerable<string> Notes(ResultSource source)
    {
        var wording = source.Wording;
        var passed = new[] { (QuestionTally.SkippedCell, "skipped"), (QuestionTally.DontKnowCell, "dontknow"), (QuestionTally.RatherNotCell, "rathernot") }
            .Where(reason => source.Published.Has(reason.Item1)).ToList();
        foreach (var (cell, key) in passed)
        {
            if (source.Published.Count(cell) is { } count)
            {
                yield return wording.Say(key, count, wording.People);
            }
        }

        if (passed.Exists(reason => source.Published.Count(reason.Item1) is null))
        {
            yield return wording.Say("passed.hidden", wording.People);
        }

        if (source.Published.Cells.Any(cell => cell.Count is null))
        {
            yield return wording["hidden.why"];
        }
    }

    private IEnumerable<string> Arrivals(PublishedPopulation published)
    {
        var wording = new ResultWording(language, published.Population);
        var population = ResultWording.PopulationKey(published.Population);
        if (published.Seen is not { } all)
        {
            return [wording["arrived.toofew." + population]];
        }

        if (published.Population is not Analysis.Population.Open)
        {
            return [wording.Say(published.Population is Analysis.Population.Invited ? "arrived.letter" : "arrived.organisation", all)];
        }

        return published.Count("open") is { } open && published.Count("paper") is { } paper
            ? [wording.Say("arrived.open", open), wording.Say("arrived.paper", paper)]
            : [wording.Say("arrived.together", all)];
    }
}
