using Participatie.Surveys.Answering;
using Participatie.Surveys.Answering.Checks;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;
using Participatie.Web.QuestionInputs.OnPaper;

namespace Participatie.Web.QuestionInputs.Kinds;

internal sealed class RankingPages : KindPages<RankingQuestion, Ranked, RankingInput, RankingOnPaper>
{
    /// <summary>Back at the choice that was moved.</summary>
    public override string? PlaceAfter(Attempt attempt) =>
        FormActions.Moved(attempt.Way) is var (choice, _) ? RankingInput.PlaceOf(choice) : null;

    protected override void Say(RankingQuestion question, Asked asked, SpokenText spoken)
    {
        var words = spoken.Words;
        var prompt = spoken.PromptOf(question);
        var chosen = (asked.Answer as Ranked)?.Choices ?? [];
        if (asked.Step == Steps.OrderStep(question))
        {
            spoken.Say(words["question.order"]);
            spoken.Say(prompt.Text);
            spoken.SayAll(chosen.Select(id => question.Offered.First(choice => choice.Id == id)));
            spoken.Say(words["question.rank-again"]);
            return;
        }

        var before = chosen.Take(asked.Step - 1).ToList();
        if (asked.Step > 1)
        {
            spoken.Say(prompt.Text);
            spoken.Say(words["question.chosen"]);
            spoken.SayAll(before.Select(id => question.Offered.First(choice => choice.Id == id)));
        }

        spoken.Say(words.Format("question.place", asked.Step, question.Places));
        if (asked.Step > 1)
        {
            spoken.Say(words["question.next-place"]);
        }
        else
        {
            spoken.SayPrompt(prompt);
        }

        spoken.SayAll(Rotation.Order(question, asked.Rotation).Where(choice => !before.Contains(choice.Id, StringComparer.Ordinal)));
    }

    protected override IEnumerable<Passage> InWords(
        RankingQuestion question, Ranked answer, int step, int rotation, InterfaceWords words) =>
        answer.Choices.Select((id, place) => Around($"{place + 1}. ", NameOf(question.Offered, id, words), ""));
}
