using Participatie.Surveys.Analysis;
using Participatie.Surveys.Analysis.Publishing;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Reporting.Results;
using Participatie.Tests.Analysis;

namespace Participatie.Tests.Reporting.Results;

public sealed class ResultPageTests
{
    [Fact]
    public void A_look_says_whose_answers_are_in_it_and_the_last_word_does_not()
    {
        var definition = new GivenConsultation().WithYesNo("een").WithPlace().Build();
        var part = Published(40) with { Cells = [new("ja", 40), new("nee", 0)] };

        var look = Compose(definition, "nl", null, ("$responses", part), ("een", part));
        var last = Compose(definition, "nl", null, ("$responses", part with { Final = true }), ("een", part with { Final = true }));

        Assert.Equal(("Dit zeiden de eerste 40 mensen.", false, true), (look.Look, look.IsFinal, look.WaitsForClosing));
        Assert.Equal((null, true, false), (last.Look, last.IsFinal, last.WaitsForClosing));
    }

    [Fact]
    public void An_opinion_that_too_few_gave_says_how_many_saw_the_question()
    {
        var result = Compose(new GivenConsultation().WithYesNo("c").Build(), "nl", Published(1));

        Assert.Equal("Minder dan 10 mensen gaven antwoord. Daarom tonen wij alleen hoeveel de vraag zagen.", result.Sentence);
        Assert.Equal(["1 mens zag deze vraag."], result.Notes);
        Assert.Null(result.Table);
    }

    [Fact]
    public void One_person_is_said_as_one()
    {
        var definition = new GivenConsultation().WithAgreement("c").Build();

        var result = Result(definition, 20, ("helemaal-eens", 1), ("eens", 0), ("$skipped", 1), ("$dontknow", 0));

        Assert.Equal("1 van de 20 mensen is het eens of helemaal eens.", result.Sentence);
        Assert.Equal(["1 mens sloeg deze vraag over.", "0 mensen wisten het niet."], result.Notes);
    }

    [Fact]
    public void A_ranking_says_what_is_first_most_often()
    {
        var result = Result(
            new GivenConsultation().WithRanking("r", "wonen", "werk", "zorg", "groen").Build(),
            1203,
            ("wonen@1", 412),
            ("werk@1", 300),
            ("zorg@1", 291),
            ("groen@1", 200),
            ("wonen@top", 900),
            ("werk@top", 800),
            ("zorg@top", 700),
            ("groen@top", null));

        Assert.Equal("‘Keuze wonen’ is het vaakst als eerste gekozen: door 412 van de 1.203 mensen.", result.Sentence);
        Assert.Equal(["Antwoord", "Als eerste", "Bij de eerste 3"], result.Table!.Columns);
        Assert.Equal(("Van de 1.203 mensen die deze vraag zagen", "412"), (result.Table.Caption, result.Table.Rows[0].Cells[0].Words));
        Assert.Equal(412 / 1203.0, result.Table.Rows[0].Cells[0].Bar);
        Assert.Equal(("Tonen wij niet", null), (result.Table.Rows[3].Cells[1].Words, result.Table.Rows[3].Cells[1].Bar));
    }

    [Fact]
    public void A_tie_names_all_that_are_highest()
    {
        var result = Result(
            new GivenConsultation().WithChoice("c", "fiets", "auto", "bus").Build(), 90, ("fiets", 30), ("auto", 30), ("bus", 30));

        Assert.Equal("‘Keuze fiets’, ‘Keuze auto’ en ‘Keuze bus’ zijn even vaak gekozen: elk door 30 van de 90 mensen.", result.Sentence);
    }

    [Fact]
    public void What_is_hidden_may_be_higher_so_highest_is_not_said()
    {
        var result = Result(
            new GivenConsultation().WithChoice("c", "fiets", "auto", "bus").Build(),
            90,
            ("fiets", 30),
            ("auto", null),
            ("bus", null),
            ("$skipped", null));

        Assert.Equal("30 van de 90 mensen kozen ‘Keuze fiets’.", result.Sentence);
    }

    [Fact]
    public void Why_numbers_are_missing_is_said_once_on_a_page()
    {
        var definition = new GivenConsultation().WithYesNo("een").WithYesNo("twee").Build();
        var hidden = Published(90) with { Cells = [new("ja", 80), new("nee", null), new("$skipped", null)] };

        var page = Compose(definition, "nl", null, ("een", hidden), ("twee", hidden));

        Assert.Equal(
            [
                "Een aantal onder de 10 tonen wij niet. Soms verbergen wij er nog een. Zo herkent niemand een ander.",
                "Bij sommige vragen verbergen wij hoeveel mensen geen antwoord gaven.",
            ],
            page.Hiding);
        Assert.All(page.Questions, question => Assert.Empty(question.Notes));
        Assert.Empty(Compose(definition, "nl", null, ("een", Published(90) with { Cells = [new("ja", 50), new("nee", 40)] })).Hiding);
    }

    [Fact]
    public void Each_population_has_its_own_page()
    {
        var definition = new GivenConsultation().WithYesNo("c").Build();
        var organisations = Published(40) with { Population = Population.Organisation, Cells = [new("ja", 25), new("nee", 15)] };
        var people = Published(90) with { Cells = [new("ja", 50), new("nee", 40)] };
        var rows = new[] { ("$responses", people), ("$responses", organisations), ("c", people), ("c", organisations) };

        var first = Compose(definition, "nl", null, rows);
        var second = Compose(definition, "nl", Population.Organisation, rows);

        Assert.Equal(
            (Population.Open, "‘Ja’ is het vaakst gekozen: door 50 van de 90 mensen."),
            (first.Population, Assert.Single(first.Questions).Sentence));
        Assert.Equal([Population.Organisation], first.Others);
        Assert.Equal("‘Ja’ is het vaakst gekozen: door 25 van de 40 organisaties.", Assert.Single(second.Questions).Sentence);
        Assert.Equal([Population.Open], second.Others);
        Assert.Empty(Compose(definition, "nl", Population.Invited, rows).Questions);
    }

    [Fact]
    public void Where_too_few_came_by_themselves_the_first_page_is_about_the_others()
    {
        var definition = new GivenConsultation().WithYesNo("c").Build();
        var invited = Published(90) with { Population = Population.Invited, Cells = [new("ja", 50), new("nee", 40)] };
        var few = Published(4) with { Seen = null, Size = 4 };

        var page = Compose(definition, "nl", null, ("$responses", few), ("$responses", invited), ("c", few), ("c", invited));

        Assert.Equal(Population.Invited, page.Population);
        Assert.Empty(page.Others);
        Assert.Equal(["Aantal mensen via de open link of op papier: 4.", "90 mensen deden mee na een brief."], page.Arrivals);
    }

    [Fact]
    public void Skipped_and_unknown_are_said_apart()
    {
        var result = Result(
            new GivenConsultation().WithYesNo("c").Build(), 100, ("ja", 40), ("nee", 30), ("$skipped", 12), ("$dontknow", 18));

        Assert.Equal(["12 mensen sloegen deze vraag over.", "18 mensen wisten het niet."], result.Notes);
    }

    [Theory]
    [InlineData("feeling", "heel-blij", "blij", "60 van de 100 mensen zijn blij of heel blij.")]
    [InlineData("agreement", "helemaal-eens", "eens", "60 van de 100 mensen zijn het eens of helemaal eens.")]
    public void The_sunny_side_of_a_scale_is_told_together(string kind, string first, string second, string sentence)
    {
        var given = new GivenConsultation();
        var definition = (kind == "feeling" ? given.WithFeeling("c") : given.WithAgreement("c")).Build();

        Assert.Equal(sentence, Result(definition, 100, (first, 25), (second, 35)).Sentence);
    }

    [Fact]
    public void Each_language_has_its_own_sentence()
    {
        var definition = new GivenConsultation().WithYesNo("c").Build();

        Assert.Equal(
            "‘Yes’ was chosen most often: by 1,040 of 2,000 people.", Result(definition, 2000, "en", ("ja", 1040), ("nee", 960)).Sentence);
    }

    [Fact]
    public void A_budget_tells_which_got_the_most_on_average()
    {
        var definition = new GivenConsultation().WithBudget("b", 100, 10, "park", "weg").Build();
        var published = Published(40) with
        {
            Cells = [new("$answered", 40)],
            Measures = [new PublishedMeasure("park", 63.5, 60, 50, 75), new PublishedMeasure("weg", 36.5, 40, 25, 50)],
        };

        var result = Compose(definition, "nl", published);

        Assert.Equal("‘Keuze park’ kreeg gemiddeld het meest: 63,5 van de 100 munten.", result.Sentence);
        Assert.Equal(("63,5 munten", 0.635), (result.Table!.Rows[0].Cells.Single().Words, result.Table.Rows[0].Cells[0].Bar));
        Assert.Equal(["Keuze", "Het midden", "De middelste helft koos"], result.More!.Columns);
        Assert.Equal(["60", "50 tot en met 75"], result.More.Rows[0].Cells.Select(cell => cell.Words));
        Assert.Equal(["40 mensen zagen deze vraag."], result.Notes);
    }

    [Fact]
    public void A_middle_half_that_chose_the_same_is_one_number()
    {
        var definition = new GivenConsultation().WithBudget("b", 100, 10, "park", "weg").Build();
        var published = Published(40) with
        {
            Cells = [new("$answered", 40)],
            Measures = [new PublishedMeasure("park", 1.5, 0, 0, 0), new PublishedMeasure("weg", 98.5, 100, 100, 100)],
        };

        Assert.Equal(["0", "100"], Compose(definition, "nl", published).More!.Rows.Select(row => row.Cells[1].Words));
    }

    [Fact]
    public void A_number_tells_each_figure_on_a_line()
    {
        var definition = new GivenConsultation().WithNumber("n", 0, 20).Build();

        var table = Compose(
            definition,
            "nl",
            Published(40) with { Cells = [new("$answered", 40)], Measures = [new PublishedMeasure("n", 6.5, 6, 4, 9)] }).Table!;

        Assert.Equal(
            ["Gemiddeld: 6,5", "Het midden: 6", "De middelste helft koos: 4 tot en met 9"],
            table.Rows.Select(row => $"{row.Label.Text}: {row.Cells.Single().Words}"));
    }

    [Fact]
    public void Three_numbers_beside_each_other_say_of_how_many_in_the_caption()
    {
        var result = Result(
            new GivenConsultation().WithStatements("s", "bus").Build(),
            1203,
            ("bus=eens", 900),
            ("bus=oneens", 203),
            ("bus=geen-mening", 100));

        Assert.Equal("Van de 1.203 mensen die deze vraag zagen", result.Table!.Caption);
        Assert.Equal("900", result.Table.Rows[0].Cells[0].Words);
    }

    [Fact]
    public void Too_few_people_show_no_table()
    {
        var definition = new GivenConsultation().WithYesNo("c").Build();

        var result = Compose(definition, "nl", Published(40) with { Seen = null });

        Assert.Null(result.Table);
        Assert.Equal("Minder dan 10 mensen zagen deze vraag. Of een groep is te klein. Daarom tonen wij hier niets.", result.Sentence);
    }

    [Fact]
    public void Groups_are_tables_with_a_row_for_each_group()
    {
        var definition = new GivenConsultation().WithYesNo("c").Build();
        var group = new PublishedGroup("assen", 40, [new PublishedCell("ja", 30)], []);

        var result = Compose(
            definition, "nl", Published(40) with { Cells = [new("ja", 40)], Breakdowns = [new PublishedBreakdown("place", [group])] });

        var table = Assert.Single(result.Breakdowns);
        Assert.Equal(["Gemeente", "Zag de vraag", "Ja"], table.Columns);
        Assert.Equal(("Assen", "30", 0.75), (table.Rows[0].Label.Text, table.Rows[0].Cells[1].Words, table.Rows[0].Cells[1].Bar));
    }

    [Fact]
    public void The_page_says_how_people_came_in_and_for_whom_they_do_not_speak()
    {
        var responses = new PublishedQuestion("$responses", [Published(150) with { Cells = [new("open", 130), new("paper", 20)] }]);

        var page = new ComposeResultPage([GivenVersion.Of(new GivenConsultation().WithYesNo("c").Build())], "nl").Of([responses], []);

        Assert.Equal(["130 mensen deden mee via de open link.", "20 mensen deden mee op papier."], page.Arrivals);
        Assert.StartsWith("Dit is niet de mening van alle mensen in Drenthe.", page.Warning, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_kind_composes_from_what_publication_made()
    {
        var definition = GivenConsultation.WithEveryKind().Build();
        var publication = new GivenPublication(definition);
        publication.Publish(GivenTally.Of(definition, GivenResponse.Many(definition, new Dice(5), 2000)), closed: true);

        var page = new ComposeResultPage([GivenVersion.Of(definition)], "nl").Of(publication.Questions, []);

        Assert.Equal(definition.Numbered.Select(question => question.Id), page.Questions.Select(question => question.Key));
        Assert.All(page.Questions, question => Assert.DoesNotContain("{", question.Sentence, StringComparison.Ordinal));
        // All but the open question have numbers.
        Assert.Equal(11, page.Questions.Count(question => question.Table is { Rows.Count: > 0 }));
    }

    private static QuestionResult Result(Consultation definition, long seen, params (string Cell, long? Count)[] cells) =>
        Result(definition, seen, "nl", cells);

    private static QuestionResult Result(Consultation definition, long seen, string language, params (string Cell, long? Count)[] cells) =>
        Compose(
        definition, language, Published(seen) with { Cells = [.. cells.Select(cell => new PublishedCell(cell.Cell, cell.Count))] });

    private static PublishedPopulation Published(long seen) => new() { Population = Population.Open, Sequence = 1, Seen = seen };

    private static QuestionResult Compose(Consultation definition, string language, PublishedPopulation published) =>
        Compose(definition, language, null, (definition.Questions[0].Id, published)).Questions[0];

    private static ResultPage Compose(
        Consultation definition, string language, Population? whose, params (string Key, PublishedPopulation Part)[] parts) =>
        new ComposeResultPage([GivenVersion.Of(definition)], language).Of(
            [.. parts.GroupBy(part => part.Key, part => part.Part, (key, populations) => new PublishedQuestion(key, [.. populations]))],
            [],
            whose);
}
