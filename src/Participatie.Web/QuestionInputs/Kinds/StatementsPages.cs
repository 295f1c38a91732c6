using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;
using Participatie.Web.QuestionInputs.OnPaper;

namespace Participatie.Web.QuestionInputs.Kinds;

internal sealed class StatementsPages : KindPages<StatementsQuestion, Judged, StatementsInput, StatementsOnPaper>
{
    public override bool HasRowPerStep => true;

    public override Text TextOf(Question question, int step) => ((StatementsQuestion)question).Statements[step - 1].Text;

    protected override void Say(StatementsQuestion question, Asked asked, SpokenText spoken)
    {
        var prompt = spoken.PromptOf(question);
        spoken.Say(prompt.Text);
        spoken.Say(spoken.Words.Format("question.statement", asked.Step, question.Statements.Count));
        spoken.SayPrompt(prompt with { Text = TextOf(question, asked.Step).In(spoken.Words.Language) });
        spoken.SayAll(StatementsQuestion.Judgements);
    }

    protected override IEnumerable<Passage> InWords(
        StatementsQuestion question, Judged answer, int step, int rotation, InterfaceWords words) =>
        answer.Judgements[step - 1] is { } judgement ? [NameOf(StatementsQuestion.Judgements, judgement, words)] : [];
}
