using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Language;
using Participatie.Web.Frame;

namespace Participatie.Web.Pages.Answering;

/// <summary>The texts of the start page and of the charter, passage by passage as they stand on screen.</summary>
internal static class SpokenPages
{
    public static IReadOnlyList<Passage> Start(StartView view, InterfaceWords words)
    {
        var definition = view.Definition;
        var said = new List<Passage> { definition.Title.In(words.Language), definition.About.In(words.Language) };
        if (view.Withdrawal is { } withdrawal)
        {
            said.AddRange(LifeWords.Withdrawn(withdrawal, words));
        }

        if (view.State == StartState.New)
        {
            said.Add(Own(words, words.Count("start.minutes", view.Minutes) + " " + MaySkip.InWords(definition, words)));
        }

        if (view.Withdrawal is null)
        {
            said.Add(Own(words, words["charter.after"]));
            said.Add(definition.Charter.After.In(words.Language));
        }

        if (view.State != StartState.Closed)
        {
            said.Add(Own(words, words.Format("start.closes", words.Day(view.ClosesOn))));
        }

        said.AddRange(Changes(view.Life, words));
        return said;
    }

    public static IReadOnlyList<Passage> Charter(CharterView view, InterfaceWords words)
    {
        var (definition, charter) = (view.Definition, view.Definition.Charter);
        (string Key, Text Text)[] promises =
        [
            ("charter.why", charter.Why),
            ("charter.room", charter.Room),
            ("charter.fixed", charter.Fixed),
            ("charter.decides", charter.Decides),
            ("charter.after", charter.After),
        ];
        return
        [
            Own(words, words["charter.title"]),
            definition.Title.In(words.Language),
            .. view.Life?.Withdrawal is { } withdrawal ? LifeWords.Withdrawn(withdrawal, words) : [],
            .. promises.SelectMany(promise => new[] { Own(words, words[promise.Key]), promise.Text.In(words.Language) }),
            Own(words, words["charter.dates"]),
            .. Dates(view, words).Select(date => Own(words, date)),
            .. Changes(view.Life, words),
            Own(words, words["charter.contact"]),
            Own(words, charter.Contact),
        ];
    }

    /// <summary>The days of the charter, a sentence each; with both when the last day for answers is another than was promised.</summary>
    public static IEnumerable<string> Dates(CharterView view, InterfaceWords words)
    {
        var charter = view.Definition.Charter;
        var closes = words.Format("charter.closes-on", words.Day(view.ClosesOn));
        return
        [
            view.PromisedToClose is { } promised ? $"{closes} {words.Format("life.promised", words.Day(promised))}" : closes,
            words.Format("charter.results-by", words.Day(charter.ResultsBy)),
            words.Format("charter.decision-by", words.Day(charter.DecisionBy)),
            words.Format("charter.keep-until", words.Day(charter.KeepUntil)),
        ];
    }

    private static IEnumerable<Passage> Changes(ConsultationLife? life, InterfaceWords words) =>
        LifeWords.ChangesOf(life) is { Count: > 0 } changes
            ? [Own(words, words["life.heading"]), .. changes.SelectMany(one => LifeWords.Of(one, words))]
            : [];

    private static Passage Own(InterfaceWords words, string text) => new(text, words.Language);
}
