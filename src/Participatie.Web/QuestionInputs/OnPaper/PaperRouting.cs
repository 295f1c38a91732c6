using Participatie.Surveys.Answering.OnPaper;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;

namespace Participatie.Web.QuestionInputs.OnPaper;

/// <summary>What the paper says about who fills in what and goes where, in the words of one language.</summary>
public sealed class PaperRouting(Consultation definition, InterfaceWords words)
{
    private readonly PaperRoute _route = PaperRoute.Of(definition);
    private readonly Dictionary<string, int> _numbers = definition.Numbered
        .Select((question, index) => (question.Id, Number: index + 1))
        .ToDictionary(pair => pair.Id, pair => pair.Number, StringComparer.Ordinal);

    /// <summary>As online; 0 for information between questions.</summary>
    public int NumberOf(Question question) => _numbers.GetValueOrDefault(question.Id);

    /// <summary>"Vul deze vraag alleen in als u bij vraag 3 ‘Ja’ koos."; null for a question for everybody.</summary>
    public string? OnlyFor(Question question)
    {
        if (question.ShowWhen is not { } condition)
        {
            return null;
        }

        var source = definition.Find(condition.Question)!;
        var key = (question.IsAsked, source.PutsInOrder) switch
        {
            (false, true) => "paper.only.read-first",
            (false, false) => "paper.only.read",
            (true, true) => "paper.only.first",
            (true, false) => "paper.only",
        };
        var answers = source.ConditionChoices.Where(choice => condition.IsAnyOf.Contains(choice.Id, StringComparer.Ordinal));
        return words.Format(key, NumberOf(source), EitherOf(answers));
    }

    /// <summary>Where everybody goes on after the question; null when with what stands next.</summary>
    public string? After(Question question) => _route.From(question).Everybody is { } stop ? To(stop) : null;

    /// <summary>What stands beside the box of an answer; null when nothing does.</summary>
    public string? Beside(Question question, string answer) =>
        _route.From(question).Branches.FirstOrDefault(branch => branch.Answer == answer) is { } branch ? To(branch.To) : null;

    /// <summary>Under a ranking: where each first place leads. Empty when it makes no difference.</summary>
    public IEnumerable<string> PerFirst(RankingQuestion question) => _route.From(question).Branches
        .Where(branch => question.Offered.Any(choice => choice.Id == branch.Answer))
        .GroupBy(branch => branch.To)
        .Select(group => words.Format(
            "paper.first",
            EitherOf(question.Offered.Where(choice => group.Any(branch => branch.Answer == choice.Id))),
            To(group.Key)));

    /// <summary>Whether there is any: then the paper explains them.</summary>
    public bool LeadElsewhere =>
        definition.Questions.Any(question => _route.From(question) is { Everybody: not null } or { Branches.Count: > 0 });

    private string To(PaperStop stop) => stop.Question switch
    {
        null => words["paper.goto.end"],
        { } question when NumberOf(question) is > 0 and var number => words.Format("paper.goto", number),
        var information => words.Format("paper.goto.text", words.Format("result.quote", information.Text.In(words.Language).Text)),
    };

    private string EitherOf(IEnumerable<Choice> choices) => choices
        .Select(choice => words.Format("result.quote", choice.Text.In(words.Language).Text))
        .Aggregate((before, last) => words.Format("paper.or", before, last));
}
