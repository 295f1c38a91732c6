using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Reporting.Export.Columns;

namespace Participatie.Tests.Reporting;

public sealed class ExportColumnsTests
{
    [Fact]
    public async Task Each_kind_fills_its_columns()
    {
        var definition = GivenConsultation.WithEveryKind().Build();
        var answers = Given(
            definition,
            ("choice", new Chosen("bus")),
            ("choices", new ChosenMany(["wonen", "zorg"])),
            ("yesno", new Chosen("nee")),
            ("feeling", new Chosen("gewoon")),
            ("agreement", new Chosen("oneens")),
            ("ranking", new Ranked(["natuur", "jeugd", "energie"])),
            ("budget", new Divided([70, 0, 30])),
            ("statements", new Judged(["geen-mening", "eens"])),
            ("open", new Written("Zij zei: \"doe maar\",\n🌳 en ging.", "nl")),
            ("number", new Amount(12)),
            ("place", new Chosen("de-wolden")),
            ("age", new Chosen("75-plus")),
            ("information", new Seen()),
            ("text", new Written("Rolde, \"bij\" Assen", "nl")));

        using var run = ExportRun.Of(definition).WithResponse(answers);
        var row = Assert.Single(await run.RowsAsync());

        Assert.Equal(
            [
                "antwoord=00000000000000010000000000000001",
                "versie=1",
                "uur=2027-01-15T08:00Z",
                "kanaal=brief",
                "organisatie=0",
                "taal=nl-simple",
                "geholpen=helper",
                "choice=3", "choices_wonen=1", "choices_werken=0", "choices_zorg=1", "yesno=2", "feeling=3", "agreement=4",
                "ranking_jeugd=2", "ranking_ouderen=-94", "ranking_natuur=1", "ranking_energie=3",
                "budget_dorpshuis=70", "budget_speeltuin=0", "budget_park=30",
                "statements_burgerberaad=3", "statements_referendum=1",
                "open=Zij zei: \"doe maar\",\n🌳 en ging.",
                "open_taal=nl",
                "number=12",
                "place=5",
                "age=6",
                "text=Rolde, \"bij\" Assen",
                "text_taal=nl",
            ],
            row.Select(cell => $"{cell.Key}={cell.Value}"));
    }

    [Fact]
    public async Task Skipped_not_shown_do_not_know_and_rather_not_are_four_codes_in_every_column()
    {
        var definition = Shown(GivenConsultation.WithEveryKind()).Build();
        using var run = ExportRun.Of(definition);
        foreach (var reason in new[] { Reason.Skipped, Reason.DontKnow, Reason.RatherNot })
        {
            run.WithResponse(Given(definition, [("first", new Chosen("ja")), .. Missing(definition, reason)]));
        }

        run.WithResponse(Given(definition, ("first", new Chosen("nee"))));
        var rows = await run.RowsAsync();

        var codes = rows.Select(
            row => row.SkipWhile(cell => cell.Key != "first").Skip(1).Select(cell => cell.Value).Distinct(StringComparer.Ordinal));
        Assert.Equal(["-99", "-97", "-96", "-98"], codes.Select(Assert.Single));
    }

    [Fact]
    public async Task A_number_that_can_be_as_low_as_a_code_gets_lower_codes()
    {
        var definition = new GivenConsultation().WithNumber("warmte", -120, 40).WithNumber("jaren", 0, 40).Build();
        using var run = ExportRun.Of(definition)
            .WithResponse(Given(definition, ("warmte", new Amount(-99)), ("jaren", new Amount(3))))
            .WithResponse(Given(definition, [.. Missing(definition, Reason.Skipped)]));

        var rows = await run.RowsAsync();

        Assert.Equal(["-99/3", "-999/-99"], rows.Select(row => $"{row["warmte"]}/{row["jaren"]}"));
    }

    [Fact]
    public async Task A_number_stands_in_the_file_exactly_as_it_was_meant()
    {
        var definition = new GivenConsultation().WithNumber("huur", -1_000_000_000, 1_000_000_000).Where(
            last => ((NumberQuestion)last) with { Decimals = 2 }).Build();
        decimal[] given = [712.5m, 999_999_999.99m, -0.05m, 1_000_000_000m];
        using var run = given.Aggregate(
            ExportRun.Of(definition), (run, number) => run.WithResponse(Given(definition, ("huur", new Amount(number)))));

        Assert.Equal(["712.5", "999999999.99", "-0.05", "1000000000"], (await run.RowsAsync()).Select(row => row["huur"]));
    }

    [Fact]
    public async Task The_order_that_was_shown_is_beside_a_rotated_question()
    {
        var definition = new GivenConsultation()
            .WithChoice("lunch", "soep", "brood", "niets").Where(last => ((ChoiceQuestion)last) with { Rotate = true })
            .WithYesNo("klaar").Build();
        using var run = ExportRun.Of(definition)
            .WithResponse(Given(definition, ("lunch", new Chosen("soep")), ("klaar", new Chosen("ja"))), rotation: 59)
            .WithResponse(Given(definition, ("lunch", new Missing(Reason.Skipped)), ("klaar", new Chosen("ja"))), rotation: 0);

        var rows = await run.RowsAsync();

        Assert.Equal(["niets|soep|brood", "soep|brood|niets"], rows.Select(row => row["lunch_volgorde"]));
        Assert.DoesNotContain("klaar_volgorde", rows[0].Keys);
    }

    [Fact]
    public async Task What_was_written_beside_a_choice_has_a_column_of_its_own()
    {
        var before = new GivenConsultation().WithChoice("reis", "fiets", "anders").WithChoices("hulp", "buren", "anders").Build();
        var definition = new GivenConsultation().WithMarkedChoices().Where(last => last with { Required = true }).Build();
        using var run = ExportRun.Of(before, definition)
            .WithResponse(Given(before, ("reis", new Chosen("anders")), ("hulp", new ChosenMany(["buren"]))))
            .WithResponse(
                Given(
                    definition,
                    ("reis", new Chosen("anders") { Other = new Written("=de \"step\"", "nl") }),
                    ("hulp", new ChosenMany(["buren", "anders"]) { Other = new Written("-99", "ar") })),
                version: 2)
            .WithResponse(Given(definition, ("reis", new Missing(Reason.Skipped)), ("hulp", new ChosenMany(["geen"]))), version: 2);
        var rows = await run.RowsAsync();

        Assert.Equal(
            ["reis", "reis_anders_tekst", "hulp_buren", "hulp_anders", "hulp_familie", "hulp_geen", "hulp_anders_tekst"],
            rows[0].Keys.Skip(7));
        Assert.Equal(["2", "-95", "1", "0", "-95", "-95", "-95"], rows[0].Values.Skip(7));
        Assert.Equal(["2", "'=de \"step\"", "1", "1", "0", "0", "'-99"], rows[1].Values.Skip(7));
        Assert.Equal(["-99", "-99", "0", "0", "0", "1", "-99"], rows[2].Values.Skip(7));
        Assert.Equal(
            [
                "reis_anders_tekst 2 reis – Keuze anders: wat iemand erbij schreef … nee anders",
                "reis_anders_tekst 2 reis – Keuze anders: wat iemand erbij schreef -99 ja anders",
                "hulp_anders_tekst 2 hulp – Keuze anders: wat iemand erbij schreef … nee anders",
                "hulp_anders_tekst 2 hulp – Keuze anders: wat iemand erbij schreef -99 ja anders",
            ],
            run.Codebook().Where(row => row["kolom"].EndsWith("_tekst", StringComparison.Ordinal) && row["versie"] == "2")
                .Select(row => string.Join(' ', row["kolom"], row["versie"], row["tekst"], row["waarde"], row["ontbreekt"], row["keuze"])));
    }

    internal static Answers Given(Consultation definition, params (string Question, Answer Answer)[] given) =>
        given.Aggregate(Answers.None, (answers, pair) => answers.With(definition.Find(pair.Question)!, pair.Answer));

    private static IEnumerable<(string Question, Answer Answer)> Missing(Consultation definition, Reason reason) => definition.Questions
        .Where(question => question.Id != "first")
        .Select(question => (question.Id, question is InformationQuestion ? (Answer)new Seen() : new Missing(reason)));

    private static GivenConsultation Shown(GivenConsultation given) => given.But(frame => frame).Build().Questions
        .Aggregate(new GivenConsultation().WithYesNo("first"), (asked, question) => asked.With(question).ShownWhen("first", "ja"));
}
