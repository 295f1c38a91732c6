using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;

namespace Participatie.Tests;

/// <summary>Builds a valid definition; each method adds a question after the ones before it. Texts are there in every language.</summary>
public sealed class GivenConsultation
{
    private const string English = "en";

    private readonly List<Question> _questions = [];
    private Consultation _frame = new()
    {
        Slug = "proef",
        Languages = [Languages.Dutch, Languages.EasyDutch, English],
        Title = Words("Een proef"),
        About = Words("Waar het over gaat"),
        Charter = new Charter
        {
            Why = Words("Waarom wij het vragen"),
            Room = Words("Wat u kunt veranderen"),
            Fixed = Words("Wat vaststaat"),
            Decides = Words("Wie beslist"),
            After = Words("Wat er daarna gebeurt"),
            ClosesOn = new DateOnly(2027, 2, 1),
            ResultsBy = new DateOnly(2027, 3, 15),
            DecisionBy = new DateOnly(2027, 6, 1),
            KeepUntil = new DateOnly(2028, 3, 1),
            Contact = "meepraten@drenthe.example",
        },
        Questions = [],
    };

    /// <summary>One question of each kind, each with its kind as its id.</summary>
    public static GivenConsultation WithEveryKind() => new GivenConsultation()
        .WithChoice("choice", "fiets", "auto", "bus")
        .WithChoices("choices", "wonen", "werken", "zorg")
        .WithYesNo("yesno")
        .WithFeeling("feeling")
        .WithAgreement("agreement")
        .WithRanking("ranking", "jeugd", "ouderen", "natuur", "energie")
        .WithBudget("budget", 100, 10, "dorpshuis", "speeltuin", "park")
        .WithStatements("statements", "burgerberaad", "referendum")
        .WithOpen("open")
        .WithNumber("number", 0, 20)
        .WithPlace("place")
        .WithAge("age")
        .WithInformation("information")
        .WithText("text");

    /// <summary>Two questions more whose last choices are not like the others.</summary>
    public GivenConsultation WithMarkedChoices() =>
        WithChoice("reis", "fiets", "auto", "anders").WithLine("anders")
            .WithChoices("hulp", "buren", "familie", "anders", "geen").WithLine("anders").Excluding("geen");

    /// <summary>Somebody may write beside that choice of the question that was added last.</summary>
    public GivenConsultation WithLine(string choice) => Mark(choice, marked => marked with { Other = true });

    /// <summary>That choice of the question that was added last goes with no other.</summary>
    public GivenConsultation Excluding(string choice) => Mark(choice, marked => marked with { Exclusive = true });

    public GivenConsultation But(Func<Consultation, Consultation> change)
    {
        _frame = change(_frame);
        return this;
    }

    public GivenConsultation WithSlug(string slug) => But(consultation => consultation with { Slug = slug });

    /// <summary>The later promises keep their distance to the closing day.</summary>
    public GivenConsultation ClosingOn(DateOnly day) => But(consultation => consultation with
    {
        Charter = consultation.Charter with
        {
            ClosesOn = day,
            ResultsBy = day.AddDays(42),
            DecisionBy = day.AddDays(120),
            KeepUntil = day.AddDays(393),
        },
    });

    public GivenConsultation With(Question question)
    {
        _questions.Add(question);
        return this;
    }

    public GivenConsultation With(IEnumerable<Question> questions)
    {
        _questions.AddRange(questions);
        return this;
    }

    /// <summary>Changes the question that was added last.</summary>
    public GivenConsultation Where(Func<Question, Question> change)
    {
        _questions[^1] = change(_questions[^1]);
        return this;
    }

    /// <summary>The question that was added last is only shown after one of those answers.</summary>
    public GivenConsultation ShownWhen(string question, params string[] isAnyOf) =>
        Where(last => last with { ShowWhen = new Condition(question, isAnyOf) });

    public GivenConsultation WithChoice(string id, params string[] choices) =>
        With(new ChoiceQuestion { Id = id, Text = Words(id), Offered = Choices(choices) });

    public GivenConsultation WithChoices(string id, params string[] choices) =>
        With(new ChoicesQuestion { Id = id, Text = Words(id), Offered = Choices(choices) });

    public GivenConsultation WithYesNo(string id) => With(new YesNoQuestion { Id = id, Text = Words(id) });

    public GivenConsultation WithFeeling(string id) => With(new FeelingQuestion { Id = id, Text = Words(id) });

    public GivenConsultation WithAgreement(string id) => With(new AgreementQuestion { Id = id, Text = Words(id) });

    public GivenConsultation WithRanking(string id, params string[] choices) => With(new RankingQuestion
    {
        Id = id,
        Text = Words(id),
        Offered = Choices(choices),
        Places = Math.Min(RankingQuestion.DefaultPlaces, choices.Length),
    });

    public GivenConsultation WithBudget(string id, int total, int step, params string[] choices) => With(new BudgetQuestion
    {
        Id = id,
        Text = Words(id),
        Offered = Choices(choices),
        Total = total,
        Step = step,
        Unit = new Unit(Words("munten"), Words("munt")),
    });

    public GivenConsultation WithStatements(string id, params string[] statements) =>
        With(new StatementsQuestion { Id = id, Text = Words(id), Statements = Choices(statements) });

    public GivenConsultation WithOpen(string id) => With(new OpenQuestion { Id = id, Text = Words(id) });

    public GivenConsultation WithText(string id) => With(new TextQuestion { Id = id, Text = Words(id) });

    public GivenConsultation WithNumber(string id, int min, int max, string? unit = null, string? one = null) =>
        With(
            new NumberQuestion
            {
                Id = id,
                Text = Words(id),
                Min = min,
                Max = max,
                Unit = unit is null ? null : new Unit(Words(unit), one is null ? null : Words(one)),
            });

    public GivenConsultation WithPlace(string id = "gemeente") => With(new PlaceQuestion { Id = id, Text = Words(id), RatherNot = true });

    public GivenConsultation WithAge(string id = "leeftijd") => With(new AgeQuestion { Id = id, Text = Words(id), RatherNot = true });

    public GivenConsultation WithInformation(string id) =>
        With(new InformationQuestion { Id = id, Text = Words(id), Body = Words("Meer over " + id) });

    public Consultation Build() => _frame with { Questions = [.. _questions] };

    /// <summary>Those words in every language, each different, so that a page that mixes languages up is seen.</summary>
    public static Text Words(string dutch) => new(new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Languages.Dutch] = dutch,
        [Languages.EasyDutch] = dutch + " (makkelijk)",
        [English] = dutch + " (English)",
    });

    private GivenConsultation Mark(string id, Func<Choice, Choice> mark) => Where(last => last switch
    {
        ChoiceQuestion one => one with { Offered = [.. one.Offered.Select(choice => choice.Id == id ? mark(choice) : choice)] },
        ChoicesQuestion many => many with { Offered = [.. many.Offered.Select(choice => choice.Id == id ? mark(choice) : choice)] },
        _ => throw new InvalidOperationException(last.Kind),
    });

    private static List<Choice> Choices(string[] ids) => [.. ids.Select(id => new Choice(id, Words("Keuze " + id)))];
}
