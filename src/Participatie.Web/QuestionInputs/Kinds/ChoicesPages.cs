using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;
using Participatie.Web.FormParts;
using Participatie.Web.QuestionInputs.OnPaper;

namespace Participatie.Web.QuestionInputs.Kinds;

internal sealed class ChoicesPages : KindPages<ChoicesQuestion, ChosenMany, ChoicesInput, ChoicesOnPaper>
{
    /// <summary>An author's own help says how many there may be; without it the product does.</summary>
    public static Prompt WithAtMost(ChoicesQuestion question, Prompt prompt, InterfaceWords words) =>
        question is { Help: null, AtMost: { } most }
        ? prompt with { Help = new Passage(words.Format("question.at-most", most), words.Language) }
        : prompt;

    protected override void Say(ChoicesQuestion question, Asked asked, SpokenText spoken)
    {
        spoken.SayPrompt(WithAtMost(question, spoken.PromptOf(question), spoken.Words));
        spoken.SayAll(Rotation.Order(question, asked.Rotation));
    }

    protected override IEnumerable<Passage> InWords(
        ChoicesQuestion question, ChosenMany answer, int step, int rotation, InterfaceWords words) =>
        answer.Choices.Select(id => NameOf(question.Offered, id, words));
}
