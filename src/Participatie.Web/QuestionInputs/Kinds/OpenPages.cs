using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;
using Participatie.Web.QuestionInputs.OnPaper;

namespace Participatie.Web.QuestionInputs.Kinds;

internal sealed class OpenPages : KindPages<OpenQuestion, Written, OpenInput, OpenOnPaper>
{
    protected override void Say(OpenQuestion question, Asked asked, SpokenText spoken) => spoken.SayPrompt(spoken.PromptOf(question));

    protected override IEnumerable<Passage> InWords(OpenQuestion question, Written answer, int step, int rotation, InterfaceWords words) => [];
}
