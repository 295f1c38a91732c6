using Participatie.Surveys.Answering;
using Participatie.Surveys.Answering.Checks;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;
using Participatie.Web.QuestionInputs.OnPaper;

namespace Participatie.Web.QuestionInputs.Kinds;

internal sealed class BudgetPages : KindPages<BudgetQuestion, Divided, BudgetInput, BudgetOnPaper>
{
    /// <summary>Back at the button that was pressed.</summary>
    public override string? PlaceAfter(Attempt attempt) =>
        FormActions.Shifted(attempt.Way) is var (choice, more) ? BudgetShift.IdOf(choice, more) : null;

    protected override void Say(BudgetQuestion question, Asked asked, SpokenText spoken)
    {
        var words = spoken.Words;
        spoken.SayPrompt(spoken.PromptOf(question));
        spoken.Say(
            $"{words.Format("question.divide", words.Number(question.Total))} "
                + $"{question.Unit.For(question.Total).In(words.Language).Text}.");
        spoken.SayAll(Rotation.Order(question, asked.Rotation));
    }

    protected override IEnumerable<Passage> InWords(
        BudgetQuestion question, Divided answer, int step, int rotation, InterfaceWords words) =>
        Rotation.Order(question, rotation).Select(choice => Around(
            "", choice.Text.In(words.Language), $": {question.Unit.Say(answer.Amounts[question.PlaceOf(choice.Id)!.Value], words)}"));
}
