using System.Globalization;
using System.Text;
using System.Text.Json;
using Participatie.Load.Filling;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Tests.Reporting.Statistics;

/// <summary>
/// Responses with everything that makes files for statistics difficult: every kind of question, each reason for no answer, three versions in
/// which wording, choices and decimals change, and texts that break programs.
/// </summary>
internal static class GivenAnswers
{
    public static readonly IReadOnlyList<Consultation> Versions = [First(), Second(), Third()];

    /// <summary>What people type. One is cut in the middle of an emoji when it is cut by bytes.</summary>
    private static readonly string[] Texts =
    [
        "Ü è ï €", "🌳👩‍👩‍👧 en \"aanhalingstekens\", komma's; puntkomma's", "שלום, مرحبا", "=1+1", "-99", "'", "a\nb\r\nc", "",
        "1." + string.Concat(Enumerable.Repeat("🌳", 600)), new string('x', 2000), new string('x', 2001), "  spaties voor",
    ];

    public static ExportRun Run(int random)
    {
        var run = ExportRun.Of([.. Versions]);
        for (var version = 1; version <= Versions.Count; version++)
        {
            var definition = Versions[version - 1];
            foreach (var text in Texts)
            {
                run.WithResponse(All(definition, Reason.Skipped).With(definition.Find("open")!, new Written(text, "nl")), version);
            }

            foreach (var reason in Enum.GetValues<Reason>())
            {
                run.WithResponse(All(definition, reason), version);
            }

            // Nothing but the first is shown.
            run.WithResponse(
                new RandomAnswers(version)
                    .To(definition with { Questions = [.. definition.Questions.Where(question => question.Id is "later" or "first")] })
                    .With(definition.Find("first")!, new Chosen("nee")),
                version);
            run.WithResponse(
                All(definition, Reason.DontKnow).With(definition.Find("number")!, new Amount(version == 3 ? -250.5m : -99)), version);
        }

        // Half of a pair, as no door of ours lets in any more.
        run.WithDamaged("""{"first":"ja","open":{"text":"half \ud83d paar","lang":"nl"}}""");
        // Cut off: it has no row.
        run.WithDamaged("""{"first":"ja","choi""");
        var given = new RandomAnswers(7);
        for (var response = 0; response < random; response++)
        {
            run.WithResponse(given.To(Versions[response % Versions.Count]), 1 + (response % Versions.Count), given.Rotation());
        }

        return run;
    }

    /// <summary>The same responses as JSON lines, whose numbers are codes and whose texts are as they were typed.</summary>
    public static async Task<IReadOnlyList<Dictionary<string, JsonElement>>> JsonAsync(ExportRun run)
    {
        await run.WriteAsync("json");
        return
        [
            .. Encoding.UTF8.GetString(run.Bytes("proef.csv")).Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(line)!),
        ];
    }

    /// <summary>As much as fits, as a person who cuts would: whole characters.</summary>
    public static string Cut(string text, int bytes)
    {
        var cut = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (bytes < rune.Utf8SequenceLength)
            {
                break;
            }

            bytes -= rune.Utf8SequenceLength;
            cut.Append(rune.ToString());
        }

        return cut.ToString();
    }

    public static double Number(JsonElement cell) => cell.GetDouble();

    public static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Everything is shown, and passed over for that reason.</summary>
    private static Answers All(Consultation definition, Reason reason) => definition.Questions.Where(question => question.Id != "first")
        .Aggregate(
            Answers.None.With(definition.Find("first")!, new Chosen("ja")),
            (all, question) => all.With(question, question is InformationQuestion ? new Seen() : new Missing(reason)));

    private static Consultation First() => Everything(new NumberQuestion
    {
        Id = "number",
        Text = GivenConsultation.Words("Hoe ver?"),
        Min = -500,
        Max = 1000,
    }).Build();

    // Other words, one choice more.
    private static Consultation Second() => Everything(new NumberQuestion
    {
        Id = "number",
        Text = GivenConsultation.Words("Hoe ver is het?"),
        Min = -500,
        Max = 1000,
    }).WithChoices("later", "k", "l").Build() is var second
        ? second with
        {
            Questions =
            [
                .. second.Questions.Select(question => question switch
                {
                    ChoicesQuestion { Id: "choices" } choices => choices with
                    {
                        Text = GivenConsultation.Words("Wat is belangrijk?"),
                        Offered = [.. choices.Offered, new Choice("natuur", GivenConsultation.Words("Natuur, \"echt\" en 'groen'"))],
                    },
                    _ => question,
                }),
            ],
        }
        : throw new InvalidOperationException();

    // Other words again, longer than a label, and decimals.
    private static Consultation Third()
    {
        var second = Second();
        return second with
        {
            Questions =
            [
                .. second.Questions.Select(question => question switch
                {
                    ChoicesQuestion { Id: "choices" } choices => choices with
                    {
                        Text = GivenConsultation.Words(
                            "Wat vindt u het belangrijkst? " + string.Concat(Enumerable.Repeat("Één ding of méér. ", 20))),
                    },
                    NumberQuestion number => number with { Text = GivenConsultation.Words("Hoeveel kilometer?"), Decimals = 1 },
                    _ => question,
                }),
            ],
        };
    }

    private static GivenConsultation Everything(NumberQuestion number) =>
        GivenConsultation.WithEveryKind().WithMarkedChoices().Build().Questions.Aggregate(
            new GivenConsultation().WithYesNo("first"),
            (given, question) => given.With((question is NumberQuestion ? number : question) with { DontKnow = true, RatherNot = true })
                .ShownWhen("first", "ja"));
}
