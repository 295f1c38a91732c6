using Participatie.Surveys.Analysis;
using Participatie.Surveys.Analysis.Publishing;
using Participatie.Surveys.Analysis.Tallies;
using Participatie.Surveys.Reporting.Kinds;
using Participatie.Surveys.Reporting.Results;

namespace Participatie.Surveys.Reporting.Summary;

/// <summary>The results in one variety of Dutch: of each population that is large enough, as its result page has them.</summary>
internal sealed class SummaryResults
{
    private readonly IReadOnlyList<MergedQuestion> _questions;
    private readonly IReadOnlyList<PublishedQuestion> _published;
    private readonly string _language;

    public SummaryResults(SummaryInput input, string language)
    {
        (_questions, _published, _language) = (MergedQuestions.Of(input.Versions), input.Published, language);
        var compose = new ComposeResultPage(input.Versions, language);
        var main = compose.Of(input.Published, []);
        Pages = [main, .. main.Others.Select(other => compose.Of(input.Published, [], other))];
    }

    /// <summary>The population that the first page is about, then the others.</summary>
    public IReadOnlyList<ResultPage> Pages { get; }

    public ResultPage Main => Pages[0];

    /// <summary>Each question that any population has, in its order, with what each says.</summary>
    public IEnumerable<(MergedQuestion Asked, IReadOnlyList<(Population Whose, QuestionResult Result)> Parts)> Questions =>
        from asked in _questions
        let parts = Pages.SelectMany(page => page.Questions.Where(result => result.Key == KeyOf(asked))
            .Select(result => (page.Population, result))).ToList()
        where parts.Count > 0
        select (asked, (IReadOnlyList<(Population, QuestionResult)>)parts);

    public static string KeyOf(MergedQuestion asked) => asked.Key.Replace('@', '-');

    public IReadOnlyList<(MergedQuestion Question, Finding Finding)> Findings => ChooseFindings.Of(
        [.. from question in _questions
            where question.Question.Dimension is null && !question.IsPersonal
            let source = SourceOf(question, Main.Population)
            where source is not null
            from finding in KindReport.All.For(question.Question).Findings(question.Question, source)
            select (question, finding with { IsOfFew = source.Seen * 2 < TookPart })]);

    private long TookPart => _published.FirstOrDefault(row => row.Key == ResponsesTally.Responses)?.Populations
        .FirstOrDefault(part => part.Population == Main.Population)?.Seen ?? 0;

    public Minority? MinorityOf(MergedQuestion asked, Population whose) =>
        SourceOf(asked, whose) is { } source ? KindReport.All.For(asked.Question).Minority(asked.Question, source) : null;

    /// <summary>Null when nothing of it may be shown.</summary>
    private ResultSource? SourceOf(MergedQuestion asked, Population whose) =>
        _published.FirstOrDefault(row => row.Key == asked.Key)?.Populations.FirstOrDefault(part => part.Population == whose)
            is { Seen: > 0, Cells.Count: > 0 } part
            ? new ResultSource(part, new ResultWording(_language, whose))
            : null;
}
