using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;
using Participatie.Web.QuestionInputs.OnPaper;

namespace Participatie.Web.QuestionInputs.Kinds;

internal sealed class NumberPages : KindPages<NumberQuestion, Amount, AmountInput, AmountOnPaper>
{
    protected override void Say(NumberQuestion question, Asked asked, SpokenText spoken) => spoken.SayPrompt(spoken.PromptOf(question));

    protected override IEnumerable<Passage> InWords(NumberQuestion question, Amount answer, int step, int rotation, InterfaceWords words) =>
        [Around(words.Number(answer.Value) + " ", question.Unit?.For(answer.Value).In(words.Language)
            ?? new Passage("", words.Language), "")];
}
