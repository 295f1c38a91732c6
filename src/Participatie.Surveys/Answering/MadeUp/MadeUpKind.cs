using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Answering.MadeUp;

/// <summary>What somebody who does not exist answers to one kind of question.</summary>
internal abstract class MadeUpKind : KindEntry
{
    public static readonly KindTable<MadeUpKind> All = new("Trials", "MadeUpKind.All",
    [
        new MadeUpKind<OneOfQuestion>(OneOf),
        // Their choices are a scale, and an answer to one goes with that to another.
        new MadeUpKind<FeelingQuestion>(OnScale),
        new MadeUpKind<AgreementQuestion>(OnScale),
        new MadeUpKind<ChoicesQuestion>(Several),
        new MadeUpKind<RankingQuestion>(Order),
        new MadeUpKind<BudgetQuestion>(Divide),
        new MadeUpKind<StatementsQuestion>(Judge),
        new MadeUpKind<WrittenQuestion>((_, person) => MadeUpWords.By(person)),
        new MadeUpKind<NumberQuestion>(Estimate),
        new MadeUpKind<InformationQuestion>((_, _) => new Seen()),
    ]);

    public abstract Answer Make(Question question, MadeUpPerson person);

    private static Chosen OneOf(OneOfQuestion question, MadeUpPerson person)
    {
        var choice = person.Among(question, question.Choices);
        return new Chosen(choice.Id) { Other = choice.Other ? MadeUpWords.Beside(person) : null };
    }

    private static Chosen OnScale(OneOfQuestion question, MadeUpPerson person) =>
        new(question.Choices[person.OnScale(question.Choices.Count)].Id);

    private static ChosenMany Several(ChoicesQuestion question, MadeUpPerson person)
    {
        var first = person.Among(question, question.Offered);
        var most = Math.Min(question.AtMost ?? question.Offered.Count, 1 + person.Below(3));
        var chosen = new List<Choice> { first };
        while (!first.Exclusive && chosen.Count < most)
        {
            var next = person.Among(question, [.. question.Offered.Where(choice => !choice.Exclusive)]);
            // The same once more: that is enough for them.
            if (chosen.Contains(next))
            {
                break;
            }

            chosen.Add(next);
        }

        return new ChosenMany([.. question.Offered.Where(chosen.Contains).Select(choice => choice.Id)])
        {
            Other = chosen.Exists(choice => choice.Other) ? MadeUpWords.Beside(person) : null,
        };
    }

    private static Ranked Order(RankingQuestion question, MadeUpPerson person)
    {
        var left = question.Offered.ToList();
        var order = new List<string>();
        while (order.Count < question.Places)
        {
            if (order.Count > 0 && person.DoesIn(10))
            {
                return new Ranked(order, Ended: true);
            }

            var next = person.Among(question, left);
            left.Remove(next);
            order.Add(next.Id);
        }

        return new Ranked(order);
    }

    private static Divided Divide(BudgetQuestion question, MadeUpPerson person)
    {
        var amounts = new int[question.Offered.Count];
        // In ten parts at most: nobody divides by the smallest step.
        var steps = question.Total / question.Step;
        var part = Math.Max(1, steps / 10);
        for (var left = steps; left > 0; left -= part)
        {
            amounts[question.PlaceOf(person.Among(question, question.Offered).Id)!.Value] += Math.Min(part, left) * question.Step;
        }

        return new Divided(amounts);
    }

    private static Judged Judge(StatementsQuestion question, MadeUpPerson person) => new(
    [
        .. question.Statements.Select(_ => StatementsQuestion.Judgements[
            person.DoesIn(12) ? StatementsQuestion.Judgements.Count - 1 : person.OnScale(StatementsQuestion.Judgements.Count - 1)].Id),
    ]);

    private static Amount Estimate(NumberQuestion question, MadeUpPerson person)
    {
        // The lower of two: small numbers are more usual than large ones.
        var most = (int)Math.Min((long)question.Max - question.Min, 1_000_000) + 1;
        return new Amount(question.Min + Math.Min(person.Below(most), person.Below(most)));
    }
}

internal sealed class MadeUpKind<TQuestion>(Func<TQuestion, MadeUpPerson, Answer> make) : MadeUpKind
    where TQuestion : Question
{
    public override Type QuestionType => typeof(TQuestion);

    public override Answer Make(Question question, MadeUpPerson person) => make((TQuestion)question, person);
}
