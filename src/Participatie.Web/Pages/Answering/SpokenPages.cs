using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;

namespace Participatie.Web.Pages.Answering;

/// <summary>The texts of the start page and of the charter, passage by passage as they stand on screen.</summary>
internal static class SpokenPages
{
    public static IReadOnlyList<Passage> Start(StartView view, InterfaceWords words)
    {
        var definition = view.Definition;
        var said = new List<Passage> { definition.Title.In(words.Language), definition.About.In(words.Language) };
        if (view.State == StartState.New)
        {
            said.Add(Own(words, words.Count("start.minutes", view.Minutes) + " " + MaySkip.InWords(definition, words)));
        }

        said.Add(Own(words, words["charter.after"]));
        said.Add(definition.Charter.After.In(words.Language));
        if (view.State != StartState.Closed)
        {
            said.Add(Own(words, words.Format("start.closes", words.Day(definition.Charter.ClosesOn))));
        }

        return said;
    }

    public static IReadOnlyList<Passage> Charter(Consultation definition, InterfaceWords words)
    {
        var charter = definition.Charter;
        (string Key, Text Text)[] promises =
        [
            ("charter.why", charter.Why),
            ("charter.room", charter.Room),
            ("charter.fixed", charter.Fixed),
            ("charter.decides", charter.Decides),
            ("charter.after", charter.After),
        ];
        (string Key, DateOnly Day)[] dates =
        [
            ("charter.closes-on", charter.ClosesOn),
            ("charter.results-by", charter.ResultsBy),
            ("charter.decision-by", charter.DecisionBy),
            ("charter.keep-until", charter.KeepUntil),
        ];
        return
        [
            Own(words, words["charter.title"]),
            definition.Title.In(words.Language),
            .. promises.SelectMany(promise => new[] { Own(words, words[promise.Key]), promise.Text.In(words.Language) }),
            Own(words, words["charter.dates"]),
            .. dates.Select(date => Own(words, words.Format(date.Key, words.Day(date.Day)))),
            Own(words, words["charter.contact"]),
            Own(words, charter.Contact),
        ];
    }

    private static Passage Own(InterfaceWords words, string text) => new(text, words.Language);
}
