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
    public void Every_kind_that_is_answered_tells_its_result()
    {
        var answered = typeof(Question).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Question)) && !type.IsAbstract && type != typeof(InformationQuestion));

        Assert.Empty(answered.Except(KindResults.Kinds).Select(kind => kind.Name));
    }

    [Fact]
    public void A_ranking_says_what_is_first_most_often()
    {
        var result = Result(
            new GivenConsultation().WithRanking("r", "wonen", "werk", "zorg", "groen").Build(),
            1203, ("wonen@1", 412), ("werk@1", 300), ("zorg@1", 291), ("groen@1", 200), ("wonen@top", 900), ("werk@top", 800), ("zorg@top", 700), ("groen@top", null));

        Assert.Equal("‘Keuze wonen’ is het vaakst als eerste gekozen: door 412 van de 1.203 mensen.", result.Sentence);
        Assert.Equal(["Antwoord", "Als eerste", "Bij de eerste 3"], result.Table!.Columns);
        Assert.Equal("412 van de 1.203 mensen", result.Table.Rows[0].Cells[0].Words);
        Assert.Equal(412 / 1203.0, result.Table.Rows[0].Cells[0].Bar);
        Assert.Equal(("Tonen wij niet", null), (result.Table.Rows[3].Cells[1].Words, result.Table.Rows[3].Cells[1].Bar));
    }

    [Fact]
    public void A_tie_names_all_that_are_highest()
    {
        var result = Result(new GivenConsultation().WithChoice("c", "fiets", "auto", "bus").Build(), 90, ("fiets", 30), ("auto", 30), ("bus", 30));

        Assert.Equal("‘Keuze fiets’, ‘Keuze auto’ en ‘Keuze bus’ zijn even vaak gekozen: elk door 30 van de 90 mensen.", result.Sentence);
    }

    [Fact]
    public void What_is_hidden_may_be_higher_so_highest_is_not_said()
    {
        var result = Result(
            new GivenConsultation().WithChoice("c", "fiets", "auto", "bus").Build(), 90, ("fiets", 30), ("auto", null), ("bus", null), ("$skipped", null));

        Assert.Equal("30 van de 90 mensen kozen ‘Keuze fiets’.", result.Sentence);
        Assert.Contains("Een aantal onder de 10 tonen wij niet. Soms verbergen wij er nog een. Zo herkent niemand een ander.", result.Notes);
    }

    [Fact]
    public void Skipped_and_unknown_are_said_apart()
    {
        var result = Result(new GivenConsultation().WithYesNo("c").Build(), 100, ("ja", 40), ("nee", 30), ("$skipped", 12), ("$dontknow", 18));

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

        Assert.Equal("‘Yes’ was chosen most often: by 1,040 of 2,000 people.", Result(definition, 2000, "en", ("ja", 1040), ("nee", 960)).Sentence);
    }

    [Fact]
    public void A_budget_tells_which_got_the_most_on_average()
    {
        var definition = new GivenConsultation().WithBudget("b", 100, 10, "park", "weg").Build();
        var published = Published(40) with { Measures = [new PublishedMeasure("park", 63.5, 60, 50, 75), new PublishedMeasure("weg", 36.5, 40, 25, 50)] };

        var result = Compose(definition, "nl", published);

        Assert.Equal("‘Keuze park’ kreeg gemiddeld het meest: 63,5 van de 100 munten.", result.Sentence);
        Assert.Equal(["63,5", "60", "50 en 75"], result.Table!.Rows[0].Cells.Select(cell => cell.Words));
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

        var result = Compose(definition, "nl", Published(40) with { Splits = [new PublishedSplit("place", [group])] });

        var table = Assert.Single(result.Splits);
        Assert.Equal(["Gemeente", "Zag de vraag", "Ja"], table.Columns);
        Assert.Equal(("Assen", "30", 0.75), (table.Rows[0].Label.Words, table.Rows[0].Cells[1].Words, table.Rows[0].Cells[1].Bar));
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

        var page = new ComposeResultPage([GivenVersion.Of(definition)], "nl").Of([.. publication.Rows.Select(row => PublishedJson.Read(row.Document))], []);

        Assert.Equal(definition.Numbered.Select(question => question.Id), page.Questions.Select(question => question.Key));
        Assert.All(page.Questions, question => Assert.DoesNotContain("{", question.Populations[0].Sentence, StringComparison.Ordinal));
        // All but the open question have numbers.
        Assert.Equal(11, page.Questions.Count(question => question.Populations[0].Table is { Rows.Count: > 0 }));
    }

    private static PopulationResult Result(Consultation definition, long seen, params (string Cell, long? Count)[] cells) => Result(definition, seen, "nl", cells);

    private static PopulationResult Result(Consultation definition, long seen, string language, params (string Cell, long? Count)[] cells) => Compose(
        definition, language, Published(seen) with { Cells = [.. cells.Select(cell => new PublishedCell(cell.Cell, cell.Count))] });

    private static PublishedPopulation Published(long seen) => new() { Population = Population.Open, Sequence = 1, Seen = seen };

    private static PopulationResult Compose(Consultation definition, string language, PublishedPopulation published) =>
        new ComposeResultPage([GivenVersion.Of(definition)], language).Of([new PublishedQuestion(definition.Questions[0].Id, [published])], []).Questions[0].Populations[0];
}
