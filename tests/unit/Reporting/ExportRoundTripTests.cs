using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Participatie.Load.Filling;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Tests.Reporting;

/// <summary>
/// Reads random exports back with another CSV reader and holds every cell against the answers, cell rules written out a second time.
/// </summary>
public sealed class ExportRoundTripTests
{
    private static readonly Consultation First = Everything().Build();

    private static readonly Consultation Second = Everything().WithChoice("later", "a", "b").Build();

    [Property(MaxTest = 60)]
    public Property Every_cell_of_a_random_export_says_what_was_answered() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => HoldsAsync(seed).GetAwaiter().GetResult());

    private static async Task<bool> HoldsAsync(int seed)
    {
        var random = new RandomAnswers(seed);
        using var run = ExportRun.Of(First, Second);
        var given = new List<(Consultation Definition, Answers Answers)>();
        for (var response = 0; response < 40; response++)
        {
            var definition = response % 2 == 0 ? First : Second;
            var answers = random.To(definition);
            given.Add((definition, answers));
            run.WithResponse(answers, version: 1 + (response % 2), random.Rotation());
        }

        var rows = await run.RowsAsync();
        Assert.Equal(given.Count, rows.Count);
        var explained = run.Codebook().Where(row => row["ontbreekt"] == "ja")
            .Select(row => (row["kolom"], row["versie"], row["waarde"])).ToHashSet();
        foreach (var ((definition, answers), row) in given.Zip(rows))
        {
            var journey = Journey.Of(definition, answers);
            Assert.All(Second.Numbered, question => Check(question, definition, journey, answers, row));
            Assert.All(
                row.Skip(7).Where(cell => cell.Value.StartsWith("-9", StringComparison.Ordinal) && cell.Key != "number"),
                cell => Assert.Contains((cell.Key, row["versie"], cell.Value), explained));
        }

        return true;
    }

    private static void Check(Question question, Consultation definition, Journey journey, Answers answers, Dictionary<string, string> row)
    {
        var answer = answers.To(question);
        var code = definition.Find(question.Id) is null ? "-95"
            : journey.Visible.All(visible => visible.Id != question.Id) ? "-98"
            : answer is Missing missing ? missing.Reason switch { Reason.Skipped => "-99", Reason.DontKnow => "-97", _ => "-96" }
            : null;
        string Cell(string part) => row[$"{question.Id}_{part}"];

        switch (question)
        {
            case OneOfQuestion:
                Assert.Equal(code ?? CodeOf(question, ((Chosen)answer!).Choice), row[question.Id]);
                CheckWords(question, code, (answer as Chosen)?.Other, row);
                break;
            case NumberQuestion:
                Assert.Equal(code ?? ((Amount)answer!).Value.ToString(CultureInfo.InvariantCulture), row[question.Id]);
                break;
            case ChoicesQuestion choices:
                Assert.All(
                    choices.Offered,
                    choice => Assert.Equal(code ?? (((ChosenMany)answer!).Choices.Contains(choice.Id) ? "1" : "0"), Cell(choice.Id)));
                CheckWords(question, code, (answer as ChosenMany)?.Other, row);
                break;
            case RankingQuestion ranking:
                Assert.All(ranking.Offered, choice => Assert.Equal(code ?? Place(((Ranked)answer!).Choices, choice.Id), Cell(choice.Id)));
                break;
            case BudgetQuestion budget:
                Assert.Equal(
                    budget.Offered.Select((_, at) => code ?? $"{((Divided)answer!).Amounts[at]}"),
                    budget.Offered.Select(choice => Cell(choice.Id)));
                break;
            case StatementsQuestion said:
                Assert.Equal(
                    said.Statements.Select((_, at) => code ?? ((Judged)answer!).Judgements[at] switch
                    {
                        "eens" => "1",
                        "oneens" => "2",
                        _ => "3",
                    }),
                    said.Statements.Select(part => Cell(part.Id)));
                break;
            case WrittenQuestion when code is null:
                Assert.Equal(((Written)answer!).Text, Unharmed(row[question.Id], ((Written)answer).Text));
                Assert.Equal(((Written)answer).Language, Cell("taal"));
                break;
            default:
                Assert.Equal((code, code), (row[question.Id], Cell("taal")));
                break;
        }
    }

    private static void CheckWords(Question question, string? code, Written? beside, Dictionary<string, string> row)
    {
        if (question.Other is { } other)
        {
            var cell = row[$"{question.Id}_{other.Id}_tekst"];
            Assert.Equal(code ?? beside?.Text ?? "-99", code is null && beside is not null ? Unharmed(cell, beside.Text) : cell);
        }
    }

    // Both versions offer the same choices.
    private static string CodeOf(Question question, string choice) =>
        $"{((OneOfQuestion)question).Choices.Select(one => one.Id).ToList().IndexOf(choice) + 1}";

    private static string Place(IReadOnlyList<string> order, string choice) =>
        order.ToList().IndexOf(choice) is var at and >= 0 ? $"{at + 1}" : "-94";

    // An apostrophe of ours is one that the typed text does not have there.
    private static string Unharmed(string cell, string typed)
    {
        for (var at = 0; at < cell.Length; at++)
        {
            if (cell[at] == '\'' && (at >= typed.Length || typed[at] != '\''))
            {
                cell = cell.Remove(at, 1);
            }
        }

        return cell;
    }

    private static GivenConsultation Everything() => GivenConsultation.WithEveryKind().WithMarkedChoices().Build().Questions.Aggregate(
        new GivenConsultation().WithYesNo("first"),
        (given, question) => given.With(question with { DontKnow = true, RatherNot = true }).ShownWhen("first", "ja"));
}
