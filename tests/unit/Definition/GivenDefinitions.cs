using FsCheck;
using FsCheck.Fluent;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;

namespace Participatie.Tests.Definition;

/// <summary>Random valid definitions: every kind, every option, chains of conditions, texts that are hard to write down.</summary>
public static class GivenDefinitions
{
    private static readonly string[][] LanguageSets = [["nl"], ["nl", "nl-simple"], ["en", "nl"], ["nl", "nl-simple", "en"]];

    private static readonly Gen<string> Phrases = Gen.Elements(
        "Fiets", "Zo'n <b>kans</b> & \"meer\"", "Eén\nregel", "=1+1", "😀 blij", "مرحبا", "a,b;c", "\\ / ~", new string('w', Text.Longest));

    private static readonly Gen<bool> Flags = Gen.Elements(true, false);

    public static Arbitrary<Consultation> Any { get; } = (
        from languages in Gen.Elements(LanguageSets)
        from count in Gen.Choose(0, Consultation.MaxQuestions - 1)
        from questions in Gen.CollectToList(Enumerable.Range(1, count), number => Questions(languages, $"v{number}"))
        from first in Kind(languages, "v0", 0)
        from conditions in Gen.Choose(0, int.MaxValue).ArrayOf(count + 1)
        from frame in Frames(languages)
        from isChecked in Flags
        from means in Texts(languages)
        from explains in Flags
        let definition = frame with { Questions = WithConditions([first, .. questions], conditions) }
        select definition with
        {
            CheckedBy = isChecked
                ? languages.Where(tag => tag != "nl").ToDictionary(tag => tag, tag => "Een lezer van " + tag, StringComparer.Ordinal)
                : definition.CheckedBy,
            // The whole title as a word: it stands in the title at least.
            Glossary = explains && CanBeWord(definition.Title) ? [new ExplainedWord(definition.Title, means)] : [],
        }).ToArbitrary();

    private static bool CanBeWord(Text text) =>
        text.LanguageTags.All(tag => char.IsLetter(text.In(tag).Text[0]) && !text.In(tag).Text.Contains('|', StringComparison.Ordinal));

    private static Gen<Text> Texts(string[] languages) =>
        from phrases in Phrases.ArrayOf(languages.Length)
        select new Text(languages.Zip(phrases).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal));

    /// <summary>No two choices of a list may have one label.</summary>
    private static Text Numbered(Text text, int index) => new(text.LanguageTags.ToDictionary(
        tag =>
            tag, tag =>
                text.In(tag).Text is { Length: Text.Longest } longest ? $"{longest[..^2]} {index}" : $"{text.In(tag).Text} {index}",
                StringComparer.Ordinal));

    private static List<Choice> Marked(List<Choice> choices, bool isOther, bool isExclusive)
    {
        var last = choices.Count - 1;
        return
        [
            .. choices.Select(
                (choice, index) =>
                    choice with { Exclusive = isExclusive && index == last, Other = isOther && index == (isExclusive ? last - 1 : last) })
        ];
    }

    private static Gen<Text?> MaybeText(string[] languages) =>
        Gen.OneOf(Gen.Constant<Text?>(null), Texts(languages).Select(text => (Text?)text));

    private static Gen<Consultation> Frames(string[] languages) =>
        from texts in Texts(languages).ArrayOf(7)
        from days in Gen.Choose(1, 400).ArrayOf(4)
        from theme in Gen.Elements("wonen", null)
        from results in Gen.Elements(Enum.GetValues<ResultsMoment>())
        from invitation in Gen.Elements(Enum.GetValues<InvitationRule>())
        from organisations in Flags
        let closes = new DateOnly(2027, 1, 1).AddDays(days[0])
        select new Consultation
        {
            Slug = "proef",
            Languages = languages,
            Title = texts[0],
            About = texts[1],
            Theme = theme,
            Results = results,
            Invitation = invitation,
            Organisations = organisations,
            Questions = [],
            Charter = new Charter
            {
                Why = texts[2],
                Room = texts[3],
                Fixed = texts[4],
                Decides = texts[5],
                After = texts[6],
                ClosesOn = closes,
                ResultsBy = closes.AddDays(days[1]),
                DecisionBy = closes.AddDays(days[1] + days[2] - 1),
                KeepUntil = closes.AddDays(days[1] + days[2] + days[3] - 2),
                Contact = "0592 36 55 55",
            },
        };

    private static Gen<Question> Questions(string[] languages, string id) =>
        from kind in Gen.Choose(0, 13)
        from question in Kind(languages, id, kind)
        from help in MaybeText(languages)
        from why in MaybeText(languages)
        from flags in Flags.ArrayOf(3)
        let answered = question is not InformationQuestion
        select question with
        {
            Help = help,
            Why = why,
            DontKnow = answered && flags[0],
            RatherNot = answered && flags[1],
            Required = answered && flags[2],
        };

    private static Gen<Question> Kind(string[] languages, string id, int kind) =>
        from text in Texts(languages)
        from unit in Texts(languages)
        from maybe in MaybeText(languages)
        from count in Gen.Choose(Choice.Fewest, Choice.Most)
        from texts in Texts(languages).ArrayOf(count)
        from picture in Gen.Elements("home", "2fa", "mood-smile", null)
        from number in Gen.Choose(1, count)
        from rotate in Flags
        from step in Gen.Choose(1, 50)
        from steps in Gen.Choose(1, BudgetQuestion.MostSteps)
        from low in Gen.Choose(-5000, 5000)
        from width in Gen.OneOf(Gen.Choose(1, 2000), Gen.Choose(1, NumberQuestion.WidestRange))
        let choices = texts.Select((words, index) => new Choice($"k{index}", Numbered(words, index), index == 0 ? picture : null)).ToList()
        select (Question)(kind switch
        {
            0 =>
                new ChoiceQuestion { Id = id, Text = text, Offered = Marked(choices, steps % 2 == 0, isExclusive: false), Rotate = rotate },
            1 =>
                new ChoicesQuestion
                {
                    Id = id,
                    Text = text,
                    Offered = Marked(choices, steps % 2 == 0, step % 2 == 0),
                    Rotate = rotate,
                    AtMost = maybe is null ? null : number,
                },
            2 => new YesNoQuestion { Id = id, Text = text },
            3 => new FeelingQuestion { Id = id, Text = text },
            4 => new AgreementQuestion { Id = id, Text = text },
            5 => new RankingQuestion { Id = id, Text = text, Offered = choices, Places = number, Rotate = rotate },
            6 =>
                new BudgetQuestion
                {
                    Id = id,
                    Text = text,
                    Offered = choices,
                    Total = step * steps,
                    Step = step,
                    Unit = new Unit(unit, maybe),
                    Rotate = rotate,
                },
            7 =>
                new StatementsQuestion
                {
                    Id = id,
                    Text = text,
                    Statements = [.. choices.Select(choice => choice with { Picture = null }).Take(number)],
                },
            8 => new OpenQuestion { Id = id, Text = text, MaxLength = maybe is null ? OpenQuestion.DefaultMaxLength : step },
            9 =>
                new NumberQuestion
                {
                    Id = id,
                    Text = text,
                    Min = low,
                    Max = low + width,
                    Decimals = number % 3,
                    Unit = maybe is null ? null : new Unit(maybe, rotate ? unit : null),
                },
            10 => new PlaceQuestion { Id = id, Text = text },
            11 => new AgeQuestion { Id = id, Text = text },
            12 => new TextQuestion { Id = id, Text = text, MaxLength = maybe is null ? TextQuestion.DefaultMaxLength : step },
            _ => new InformationQuestion { Id = id, Text = text, Body = unit },
        });

    /// <summary>Half of the questions get a condition, on some earlier question with choices and some of its answers.</summary>
    private static List<Question> WithConditions(List<Question> questions, int[] draws)
    {
        var made = new List<Question>();
        foreach (var (question, draw) in questions.Zip(draws))
        {
            var sources = made.Where(earlier => earlier.ConditionChoices.Count > 0).ToList();
            if (draw % 2 == 0 || sources.Count == 0)
            {
                made.Add(question);
                continue;
            }

            var source = sources[draw / 2 % sources.Count];
            var choices = source.ConditionChoices;
            var some = choices.Where((_, index) => index == draw % choices.Count || (draw >> (index + 5)) % 2 == 1);
            made.Add(question with { ShowWhen = new Condition(source.Id, [.. some.Select(choice => choice.Id)]) });
        }

        return made;
    }
}
