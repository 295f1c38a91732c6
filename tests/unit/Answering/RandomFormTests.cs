using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Answering.Checks;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;

namespace Participatie.Tests.Answering;

public sealed class RandomFormTests
{
    private static readonly Consultation Definition = GivenConsultation.WithEveryKind().WithMarkedChoices().Build();

    /// <summary>Names and values that pages know, mixed with whatever a generator thinks of.</summary>
    private static readonly Gen<(string Name, string Value)[]> Forms =
        (from name in Gen.OneOf(Gen.Elements("answer", "answer", "way", "answer.park", "answer.anders", "answer.dorpshuis", "answer.speeltuin"), Texts())
         from value in Gen.OneOf(
             Gen.Elements(
                 "",
                 "next",
                 "skip",
                 "dontknow",
                 "end",
                 "up:jeugd",
                 "down:natuur",
                 "more:dorpshuis",
                 "less:speeltuin",
                 "more:niets",
                 "fiets",
                 "wonen",
                 "zorg",
                 "ja",
                 "jeugd",
                 "ouderen",
                 "natuur",
                 "energie", "eens", "anders", "geen", "buren", "assen", "18-29", "50", "100", "0", "$dontknow", "$skipped", "$end", "blij"),
             Texts())
         select (name, value)).ArrayOf();

    [Property(MaxTest = 2000)]
    public Property Whatever_is_posted_is_refused_or_gives_an_answer_that_can_be_kept() =>
        Prop.ForAll(Forms.ToArbitrary(), Gen.Choose(0, 6).ToArbitrary(), Holds);

    private static bool Holds((string Name, string Value)[] form, int step)
    {
        foreach (var question in Definition.Questions)
        {
            Answer? current = null;
            for (var round = 0; round < 2; round++)
            {
                switch (question.PostAt(step, current, form))
                {
                    case Accepted(var answer):
                        current = answer;
                        var kept = Answers.None.With(question, answer);
                        Assert.Equal(answer, AnswersDocument.Read(Definition, AnswersDocument.WriteDraft(Definition, kept)).To(question));
                        Assert.True(Allowed(question, answer), $"{question.Kind}: {answer}");
                        break;
                    case Refused refused:
                        Assert.NotEmpty(refused.Problems);
                        break;
                }
            }
        }

        return true;
    }

    private static bool Allowed(Question question, Answer answer) => (question, answer) switch
    {
        (_, Missing missing) => missing.Reason switch
        {
            Reason.Skipped => !question.Required,
            Reason.DontKnow => question.DontKnow,
            _ => question.RatherNot,
        },
        (OneOfQuestion one, Chosen chosen) =>
            one.Choices.Any(choice => choice.Id == chosen.Choice) && (chosen.Other is null || chosen.Choice == one.Other?.Id),
        (ChoicesQuestion choices, ChosenMany many) =>
            many.Choices.Count > 0 && many.Choices.All(id => choices.Offered.Any(choice => choice.Id == id))
            && (many.Choices is [_] || !many.Choices.Contains(choices.Exclusive?.Id))
            && (many.Other is null || many.Choices.Contains(choices.Other?.Id)),
        (RankingQuestion ranking, Ranked ranked) =>
            ranked.Choices.Count <= ranking.Places && ranked.Choices.Distinct().Count() == ranked.Choices.Count
            && ranked.Choices.All(id => ranking.Offered.Any(choice => choice.Id == id)),
        (BudgetQuestion budget, Divided divided) =>
            divided.Amounts.Count == budget.Offered.Count && divided.Amounts.All(amount => amount <= budget.Total)
            && divided.Amounts.All(amount => amount >= 0 && amount % budget.Step == 0),
        (StatementsQuestion statements, Judged judged) => judged.Judgements.Count == statements.Statements.Count,
        (WrittenQuestion asked, Written written) =>
            written.Text.Length is > 0 && written.Text.Length <= asked.MaxLength && HiddenCharacters.FirstIn(written.Text) is null
            && (asked is OpenQuestion || !written.Text.Contains('\n', StringComparison.Ordinal)),
        (NumberQuestion number, Amount amount) => amount.Value >= number.Min && amount.Value <= number.Max,
        (InformationQuestion, Seen) => true,
        _ => false,
    };

    private static Gen<string> Texts() => ArbMap.Default.GeneratorFor<string>().Select(text => text ?? "");
}
