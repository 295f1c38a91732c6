using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;
using Participatie.Web.QuestionInputs.OnPaper;

namespace Participatie.Web.QuestionInputs.Kinds;

/// <summary>All kinds that are answered in own words: they differ in the room that they give.</summary>
internal sealed class WrittenPages<TQuestion, TInput, TPaper> : KindPages<TQuestion, Written, TInput, TPaper>
    where TQuestion : WrittenQuestion
    where TInput : QuestionInput<TQuestion>
    where TPaper : PaperInput<TQuestion>
{
    protected override void Say(TQuestion question, Asked asked, SpokenText spoken) => spoken.SayPrompt(spoken.PromptOf(question));

    protected override IEnumerable<Passage> InWords(TQuestion question, Written answer, int step, int rotation, InterfaceWords words) => [];
}
