using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Answering.OnPaper;

/// <summary>
/// What a paper form says in place of the computed way. In front of each conditional question stands its condition: that alone is right for
/// everybody, also for whoever left a question empty, which has no box to stand beside. The stops here save the reader those he would pass
/// over anyway: each leads to the first question that somebody with that answer can come to.
/// </summary>
public sealed class PaperRoute
{
    private readonly IReadOnlyList<Question> _questions;
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    private PaperRoute(IReadOnlyList<Question> questions)
    {
        _questions = questions;
        for (var place = 0; place < questions.Count; place++)
        {
            _places[questions[place].Id] = place;
        }
    }

    public static PaperRoute Of(Consultation definition) => new(definition.Questions);

    public PaperWay From(Question question)
    {
        var place = _places[question.Id];
        var seen = KnownOfWhoeverSees(place);
        var ways = Kinds(question)
            .Select(kind => (kind.Answer, To: After(place, kind.Known is { } known ? seen.With(question.Id, known) : seen)))
            .ToList();
        var next = StopAt(place + 1);
        if (ways.TrueForAll(way => way.To == ways[0].To))
        {
            return new PaperWay(ways[0].To == next ? null : ways[0].To, []);
        }

        // What to do for each first place stands under a ranking in a list of its own: a list with a gap would be a riddle.
        return new PaperWay(null, [.. ways
            .Where(way => way.Answer is not null && (way.To != next || IsPlace(question, way.Answer)))
            .Select(way => new PaperBranch(way.Answer!, way.To))]);
    }

    /// <summary>What the answers can be that make a difference, and what each says for sure.</summary>
    private static IEnumerable<(string? Answer, IReadOnlyList<string>? Known)> Kinds(Question question)
    {
        yield return (null, []);
        if (question.TakesSeveral)
        {
            // Several may be ticked: only no tick at all says something for sure.
            yield return (null, null);
        }
        else
        {
            foreach (var choice in question.ConditionChoices)
            {
                yield return (choice.Id, [choice.Id]);
            }
        }

        // Skipping is leaving it empty.
        foreach (var reason in PassedOver.Offered(question).Where(reason => reason != Reason.Skipped))
        {
            yield return (PassedOver.Word(reason), []);
        }
    }

    private static bool IsPlace(Question question, string answer) =>
        question.PutsInOrder && question.ConditionChoices.Any(choice => choice.Id == answer);

    /// <summary>
    /// Whoever comes to a conditional question gave one of the answers that lead to it, and came to the question that it hangs on.
    /// </summary>
    private Known KnownOfWhoeverSees(int place)
    {
        var known = Known.Nothing;
        for (var condition = _questions[place].ShowWhen; condition is not null;)
        {
            var source = _questions[_places[condition.Question]];
            known = source.TakesSeveral ? known : known.With(source.Id, condition.IsAnyOf);
            condition = source.ShowWhen;
        }

        return known;
    }

    private PaperStop After(int place, Known known)
    {
        var next = place + 1;
        while (next < _questions.Count && IsNeverFor(_questions[next], known))
        {
            next++;
        }

        return StopAt(next);
    }

    private bool IsNeverFor(Question question, Known known) => question.ShowWhen is { } condition
        && (known.RulesOut(condition) || IsNeverFor(_questions[_places[condition.Question]], known));

    private PaperStop StopAt(int place) => new(place < _questions.Count ? _questions[place] : null);

    /// <summary>Per question the answers of which its reader surely gave one; an empty list: surely none.</summary>
    private sealed class Known
    {
        public static readonly Known Nothing = new();

        private readonly Dictionary<string, IReadOnlyList<string>> _oneOf = new(StringComparer.Ordinal);

        public Known With(string question, IReadOnlyList<string> oneOf)
        {
            var more = new Known();
            foreach (var (id, answers) in _oneOf)
            {
                more._oneOf[id] = answers;
            }

            more._oneOf[question] = oneOf;
            return more;
        }

        public bool RulesOut(Condition condition) =>
            _oneOf.TryGetValue(condition.Question, out var answers)
                && !answers.Any(answer => condition.IsAnyOf.Contains(answer, StringComparer.Ordinal));
    }
}
