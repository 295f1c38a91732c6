using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;
using Participatie.Web.QuestionInputs.OnPaper;

namespace Participatie.Web.QuestionInputs.Kinds;

internal sealed class OneOfPages : KindPages<OneOfQuestion, Chosen, OneOfInput, OneOfOnPaper>
{
    public override bool HasWaysOut => true;

    /// <summary>As the page of one draft shows them.</summary>
    public static IReadOnlyList<Choice> ChoicesOf(OneOfQuestion question, int rotation) =>
        question is IRotates rotates ? Rotation.Order(rotates, rotation) : question.Choices;

    protected override void Say(OneOfQuestion question, Asked asked, SpokenText spoken)
    {
        spoken.SayPrompt(spoken.PromptOf(question));
        spoken.SayAll(ChoicesOf(question, asked.Rotation));
        spoken.SayWaysOut(question);
    }

    protected override IEnumerable<Passage> InWords(OneOfQuestion question, Chosen answer, int step, int rotation, InterfaceWords words) =>
        [NameOf(question.Choices, answer.Choice, words)];
}
