using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;
using Participatie.Web.QuestionInputs.OnPaper;

namespace Participatie.Web.QuestionInputs.Kinds;

internal sealed class InformationPages : KindPages<InformationQuestion, Seen, InformationInput, InformationOnPaper>
{
    protected override void Say(InformationQuestion question, Asked asked, SpokenText spoken)
    {
        spoken.Say(spoken.PromptOf(question).Text);
        spoken.SayLines(question.Body.In(spoken.Words.Language));
    }

    protected override IEnumerable<Passage> InWords(
        InformationQuestion question, Seen answer, int step, int rotation, InterfaceWords words) =>
        [];
}
