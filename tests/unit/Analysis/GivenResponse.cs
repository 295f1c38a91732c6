using Participatie.Surveys.Analysis;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Intake;

namespace Participatie.Tests.Analysis;

/// <summary>A whole, valid response with answers drawn at random.</summary>
internal sealed record GivenResponse(byte[] Document, Population Population, ResponseChannel Channel)
{
    /// <summary>An answer to every question that is seen.</summary>
    public static Answers Answers(Consultation definition, Dice dice)
    {
        var answers = Surveys.Answering.Answers.None;
        while (Journey.Of(definition, answers).FirstOpen is { } question)
        {
            answers = answers.With(question, Answer(question, dice));
        }

        return answers;
    }

    public static GivenResponse Random(Consultation definition, Dice dice)
    {
        var answers = Answers(definition, dice);
        var population = dice.OneIn(5) ? Population.Invited : dice.OneIn(12) ? Population.Organisation : Population.Open;
        return new GivenResponse(
            AnswersDocument.WriteResponse(Journey.Of(definition, answers), answers),
            population,
            population == Population.Invited ? ResponseChannel.Letter : dice.OneIn(20) ? ResponseChannel.Paper : ResponseChannel.OpenLink);
    }

    public static List<GivenResponse> Many(Consultation definition, Dice dice, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => Random(definition, dice))];

    private static Answer Answer(Question question, Dice dice) => question switch
    {
        InformationQuestion => new Seen(),
        { Required: false } when dice.OneIn(15) => new Missing(Reason.Skipped),
        { DontKnow: true } when dice.OneIn(15) => new Missing(Reason.DontKnow),
        { RatherNot: true } when dice.OneIn(15) => new Missing(Reason.RatherNot),
        OneOfQuestion one =>
            dice.Lopsided(one.Choices) is var choice && choice.Other
                ? new Chosen(choice.Id) { Other = Beside(dice) }
                : new Chosen(choice.Id),
        ChoicesQuestion many => Many(many, dice),
        RankingQuestion ranking => Ranked(ranking, dice),
        BudgetQuestion budget => Divided(budget, dice),
        StatementsQuestion statements =>
            new Judged([.. statements.Statements.Select(_ => dice.Lopsided(StatementsQuestion.Judgements).Id)]),
        NumberQuestion number =>
            new Amount(number.Min + ((decimal)dice.Below(((number.Max - number.Min) * number.Scale) + 1) / number.Scale)),
        WrittenQuestion => new Written("Een {\"idee\"} met ] en \\ erin", "nl"),
        _ => throw new InvalidOperationException(question.Kind),
    };

    private static ChosenMany Many(ChoicesQuestion question, Dice dice)
    {
        var chosen = dice.Some(question.Offered, 1 + dice.Below(question.AtMost ?? question.Offered.Count));
        return question.Exclusive is { } exclusive && chosen.Contains(exclusive)
            ? new ChosenMany([exclusive.Id])
            : new ChosenMany([.. question.Offered.Where(chosen.Contains).Select(choice => choice.Id)])
            {
                Other = question.Other is { } other && chosen.Contains(other) ? Beside(dice) : null,
            };
    }

    private static Written? Beside(Dice dice) => dice.OneIn(3) ? null : new Written("\"choices\":[ }] \\ \"choice\":\"", "nl");

    private static Ranked Ranked(RankingQuestion question, Dice dice)
    {
        var count = dice.OneIn(6) ? 1 + dice.Below(question.Places) : question.Places;
        return new Ranked([.. dice.Some(question.Offered, count).Select(choice => choice.Id)], count < question.Places);
    }

    private static Divided Divided(BudgetQuestion question, Dice dice)
    {
        var amounts = new int[question.Offered.Count];
        for (var left = question.Total; left > 0; left -= question.Step)
        {
            amounts[Math.Min(dice.Below(amounts.Length), dice.Below(amounts.Length))] += question.Step;
        }

        return new Divided(amounts);
    }
}
