using Participatie.Tests.Analysis;
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
        Assert.Equal(["1", "0", "-95", "1", "-95"], rows[0].Values.Skip(7));
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
        Assert.Equal(["2", "-95", "-95"], rows[0].Values.Skip(7));
        Assert.Equal(["-95", "Geen van beide", "nl"], rows[1].Values.Skip(7));
    }

    [Fact]
    public async Task A_question_named_as_a_fixed_column_gets_another_name()
    {
        var definition = new GivenConsultation().WithYesNo("taal").Build();
        using var run = ExportRun.Of(definition).WithResponse(Given(definition, ("taal", new Chosen("ja"))));

        var row = Assert.Single(await run.RowsAsync());

        Assert.Equal("nl-simple", row["taal"]);
        Assert.Equal("1", row["taal_2"]);
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
            ["geld_park=7", "geld_plein=2", "geld_brug=1", "stelling_a=2", "stelling_b=1"],
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
            .Select(row => string.Join(' ', row["kolom"], row["versie"], row["tekst"], row["waarde"], row["betekenis"], row["ontbreekt"], row["id"]));

        Assert.Equal(
            [
                "vervoer 1 vervoer 1 Keuze bus nee bus",
                "vervoer 1 vervoer 2 Keuze trein nee trein",
                "vervoer 1 vervoer -99 overgeslagen ja ",
                "vervoer 2 Hoe komt u er? 1 Keuze bus nee bus",
                "vervoer 2 Hoe komt u er? 3 Keuze fiets nee fiets",
                "vervoer 2 Hoe komt u er? -97 weet ik niet ja ",
                "aantal 1 (niet gevraagd in deze versie) -95 bestond niet in deze versie ja ",
                "aantal 2 aantal 0 … 3 een heel getal nee ",
                "aantal 2 aantal -99 overgeslagen ja ",
            ],
            rows);
    }

    [Fact]
    public async Task A_choice_keeps_its_code_whatever_later_versions_do_with_it()
    {
        var first = new GivenConsultation().WithChoice("vervoer", "bus", "trein").WithStatements("stelling", "a").Build();
        var second = new GivenConsultation().WithChoice("vervoer", "fiets", "trein", "lopen").WithStatements("stelling", "a").Build();
        var third = new GivenConsultation().WithChoice("vervoer", "auto", "lopen", "bus").WithStatements("stelling", "a").Build();

        using var now = ExportRun.Of(first).WithResponse(Said(first, "trein", "eens"));
        using var later = ExportRun.Of(first, second).WithResponse(Said(first, "trein", "eens"))
            .WithResponse(Said(second, "fiets", "oneens"), version: 2);
        using var last = ExportRun.Of(first, second, third).WithResponse(Said(first, "trein", "eens"))
            .WithResponse(Said(second, "fiets", "oneens"), version: 2).WithResponse(Said(third, "bus", "geen-mening"), version: 3)
            .WithResponse(Said(third, "auto", "eens"), version: 3).WithResponse(Said(third, "lopen", "eens"), version: 3);

        Assert.Equal(["2 1"], await CodesAsync(now));
        Assert.Equal(["2 1", "3 2"], await CodesAsync(later));
        Assert.Equal(["2 1", "3 2", "1 3", "5 1", "4 1"], await CodesAsync(last));

        static Answers Said(Surveys.Definition.Consultation version, string way, string judgement) =>
            Given(version, ("vervoer", new Chosen(way)), ("stelling", new Judged([judgement])));
        static async Task<IEnumerable<string>> CodesAsync(ExportRun run) =>
            (await run.RowsAsync()).Select(row => $"{row["vervoer"]} {row["stelling_a"]}");
    }

    /// <summary>The choices of these kinds are the program's: a release that puts one in the middle would change what files mean.</summary>
    [Fact]
    public void The_codes_of_kinds_with_choices_of_their_own_are_for_ever()
    {
        var plan = new Surveys.Reporting.Export.Columns.ExportPlan([GivenVersion.Of(GivenConsultation.WithEveryKind().Build())]);

        Assert.Equal(
            [
                "yesno: ja nee",
                "feeling: heel-blij blij gewoon niet-blij helemaal-niet-blij",
                "agreement: helemaal-eens eens neutraal oneens helemaal-oneens",
                "statements: eens oneens geen-mening",
                "place: aa-en-hunze assen borger-odoorn coevorden de-wolden emmen hoogeveen meppel midden-drenthe noordenveld tynaarlo "
                    + "westerveld ergens-anders",
                "age: tot-18 18-29 30-44 45-59 60-74 75-plus",
            ],
            plan.Groups.Where(group => group.Kind is "yesno" or "feeling" or "agreement" or "statements" or "place" or "age")
                .Select(group => $"{group.Question}: {string.Join(' ', group.Coded)}"));
    }
}
