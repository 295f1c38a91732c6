using Participatie.Surveys.Analysis;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Reporting.Results;

/// <summary>Says in plain words who wins when each choice is held against each other one.</summary>
public static class PairwiseSentence
{
    public static string Of(RankingQuestion question, RankingOutcome outcome, ResultWording wording)
    {
        if (outcome.Ballots == 0)
        {
            return wording["pairwise.nobody"];
        }

        if (outcome.PairwiseWinner is { } winner)
        {
            return wording.Say("pairwise", wording.Quote(question.Offered.First(choice => choice.Id == winner).Text));
        }

        var unbeaten = question.Offered.Where(choice => outcome.Unbeaten.Contains(choice.Id)).Select(choice => choice.Text).ToList();
        return unbeaten.Count switch
        {
            0 => wording["pairwise.cycle"],
            // Beats some and ties with others, none of which is unbeaten itself.
            1 => wording.Say("pairwise.notbeaten", wording.Quote(unbeaten[0])),
            _ => wording.Say("pairwise.tie", wording.Quotes(unbeaten)),
        };
    }
}
