using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;

namespace Participatie.Web.Pages.Answering;

/// <summary>An answer as its giver reads it back: a line for each thing that was said.</summary>
internal static class AnswerInWords
{
    public static IReadOnlyList<AnswerLine> Of(Question question, Answer answer, int rotation, InterfaceWords words) =>
        [.. Chosen(question, answer, rotation, words).Select(passage => new AnswerLine(passage)), .. Typed(answer)];

    /// <summary>A judgement on one statement.</summary>
    public static IReadOnlyList<AnswerLine> Of(string judgement, InterfaceWords words) => [new AnswerLine(NameOf(StatementsQuestion.Judgements, judgement, words))];

    private static IEnumerable<Passage> Chosen(Question question, Answer answer, int rotation, InterfaceWords words) => (question, answer) switch
    {
        (_, Missing missing) => [Passed(missing.Reason, words)],
        (OneOfQuestion one, Chosen chosen) => [NameOf(one.Choices, chosen.Choice, words)],
        (ChoicesQuestion choices, ChosenMany many) => many.Choices.Select(id => NameOf(choices.Offered, id, words)),
        (RankingQuestion ranking, Ranked ranked) =>
            [.. ranked.Choices.Select((id, place) => Around($"{place + 1}. ", NameOf(ranking.Offered, id, words), ""))],
        (BudgetQuestion budget, Divided divided) => [.. Rotation.Order(budget, rotation).Select(choice => Around(
            "", choice.Text.In(words.Language), $": {budget.Unit.Say(divided.Amounts[budget.PlaceOf(choice.Id)!.Value], words)}"))],
        (NumberQuestion number, Amount amount) =>
            [Around(words.Number(amount.Value) + " ", number.Unit?.For(amount.Value).In(words.Language) ?? new Passage("", words.Language), "")],
        _ => [],
    };

    private static Passage Passed(Reason reason, InterfaceWords words) => new(
        words[reason switch
        {
            Reason.DontKnow => "answer.dontknow",
            Reason.RatherNot => "answer.rathernot",
            _ => "answer.skipped",
        }],
        words.Language);

    private static Passage NameOf(IReadOnlyList<Choice> choices, string id, InterfaceWords words) =>
        choices.First(choice => choice.Id == id).Text.In(words.Language);

    /// <summary>What was written, also beside a choice: that choice is the last one that can be chosen together with others.</summary>
    private static IEnumerable<AnswerLine> Typed(Answer answer)
    {
        var written = answer switch
        {
            Written itself => itself,
            Chosen { Other: { } beside } => beside,
            ChosenMany { Other: { } beside } => beside,
            _ => null,
        };
        return written?.Text.Split('\n').Select(line => new AnswerLine(new Passage(line, written.Language), IsTyped: true)) ?? [];
    }

    private static Passage Around(string before, Passage passage, string after) => passage with { Text = before + passage.Text + after };
}
