using Participatie.Surveys.Answering;
using Participatie.Surveys.Language;
using static Participatie.Tests.Reporting.ExportColumnsTests;

namespace Participatie.Tests.Reporting;

public sealed class ExportVersionsTests
{
    [Fact]
    public async Task What_a_later_version_asks_comes_behind_and_is_a_code_of_its_own_before()
    {
        var first = new GivenConsultation().WithChoices("vervoer", "bus", "trein").WithYesNo("klaar").Build();
        var second = new GivenConsultation().WithNumber("fietsen", 0, 9).WithChoices("vervoer", "fiets", "trein").Build();
        using var run = ExportRun.Of(first, second)
            .WithResponse(Given(first, ("vervoer", new ChosenMany(["bus"])), ("klaar", new Chosen("ja"))))
            .WithResponse(Given(second, ("fietsen", new Amount(2)), ("vervoer", new ChosenMany(["fiets"]))), version: 2);

        var rows = await run.RowsAsync();

        Assert.Equal(["vervoer_bus", "vervoer_trein", "vervoer_fiets", "klaar", "fietsen"], rows[0].Keys.Skip(7));
        Assert.Equal(["1", "0", "-95", "ja", "-95"], rows[0].Values.Skip(7));
        Assert.Equal(["-95", "0", "1", "-95", "2"], rows[1].Values.Skip(7));
    }

    [Fact]
    public async Task A_question_that_became_another_kind_has_columns_of_its_own()
    {
        var first = new GivenConsultation().WithYesNo("bus-of-trein").Build();
        var second = new GivenConsultation().WithOpen("bus-of-trein").Build();
        using var run = ExportRun.Of(first, second)
            .WithResponse(Given(first, ("bus-of-trein", new Chosen("nee"))))
            .WithResponse(Given(second, ("bus-of-trein", new Written("Geen van beide", "nl"))), version: 2);

        var rows = await run.RowsAsync();

        Assert.Equal(["bus_of_trein", "bus_of_trein_2", "bus_of_trein_taal"], rows[0].Keys.Skip(7));
        Assert.Equal(["nee", "-95", "-95"], rows[0].Values.Skip(7));
        Assert.Equal(["-95", "Geen van beide", "nl"], rows[1].Values.Skip(7));
    }

    [Fact]
    public async Task A_question_named_as_a_fixed_column_gets_another_name()
    {
        var definition = new GivenConsultation().WithYesNo("taal").Build();
        using var run = ExportRun.Of(definition).WithResponse(Given(definition, ("taal", new Chosen("ja"))));

        var row = Assert.Single(await run.RowsAsync());

        Assert.Equal("nl-simple", row["taal"]);
        Assert.Equal("ja", row["taal_2"]);
    }

    [Fact]
    public async Task Amounts_follow_their_choice_when_a_version_changes_the_order()
    {
        var first = new GivenConsultation().WithBudget("geld", 10, 1, "park", "plein").WithStatements("stelling", "a", "b").Build();
        var second = new GivenConsultation().WithBudget("geld", 10, 1, "brug", "plein", "park").WithStatements("stelling", "b", "a")
            .Build();
        using var run = ExportRun.Of(first, second)
            .WithResponse(Given(second, ("geld", new Divided([1, 2, 7])), ("stelling", new Judged(["eens", "oneens"]))), version: 2);

        var row = Assert.Single(await run.RowsAsync());

        Assert.Equal(
            ["geld_park=7", "geld_plein=2", "geld_brug=1", "stelling_a=oneens", "stelling_b=eens"],
            row.Skip(7).Select(cell => $"{cell.Key}={cell.Value}"));
    }

    [Fact]
    public async Task The_codebook_has_the_ids_of_question_and_choice_as_they_are()
    {
        var definition = new GivenConsultation()
            .WithChoices("mijn-vraag", new string('a', 39) + "-", "b").WithStatements("order", "a-b").WithOpen("by").WithYesNo("all")
            .Build();
        using var run = ExportRun.Of(definition);
        await run.WriteAsync();

        Assert.Equal(
            [
                "mijn_vraag_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa_ mijn-vraag aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-",
                "mijn_vraag_b mijn-vraag b",
                "order_a_b order a-b", "vraag_by by ", "by_taal by ", "vraag_all all ",
            ],
            run.Codebook().Where(row => row["vraag"].Length > 0).Select(row => $"{row["kolom"]} {row["vraag"]} {row["keuze"]}")
                .Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_codebook_explains_each_version_of_a_column()
    {
        var first = new GivenConsultation().WithChoice("vervoer", "bus", "trein").Build();
        var second = new GivenConsultation().WithChoice("vervoer", "bus", "fiets")
            .Where(
                last =>
                    last with { Text = GivenConsultation.Words("Hoe komt u er?"), Required = true, DontKnow = true }).WithNumber("aantal",
                    0,
                    3).Build();
        using var run = ExportRun.Of(first, second);
        await run.WriteAsync();

        var rows = run.Codebook().Where(row => row["vraag"].Length > 0)
            .Select(row => string.Join(' ', row["kolom"], row["versie"], row["tekst"], row["waarde"], row["betekenis"], row["ontbreekt"]));

        Assert.Equal(
            [
                "vervoer 1 vervoer bus Keuze bus nee",
                "vervoer 1 vervoer trein Keuze trein nee",
                "vervoer 1 vervoer -99 overgeslagen ja",
                "vervoer 2 Hoe komt u er? bus Keuze bus nee",
                "vervoer 2 Hoe komt u er? fiets Keuze fiets nee",
                "vervoer 2 Hoe komt u er? -97 weet ik niet ja",
                "aantal 1 (niet gevraagd in deze versie) -95 bestond niet in deze versie ja",
                "aantal 2 aantal 0 … 3 een heel getal nee",
                "aantal 2 aantal -99 overgeslagen ja",
            ],
            rows);
    }
}
