using Participatie.Surveys.Analysis.Tallies;
using Participatie.Surveys.Definition;

namespace Participatie.Surveys.Analysis;

/// <summary>What is counted in one version: prepared once, then shared by every tally of it. Never changes.</summary>
public sealed class TallyLayout
{
    private TallyLayout(Consultation definition)
    {
        Breakdowns = Breakdowns.Of(definition);
        IsShownWhileOpen = definition.Results == ResultsMoment.WhileOpen;
        Questions = [new ResponsesTally(), .. definition.Numbered.Select(question => KindTally.All.For(question).TallyOf(question))];
    }

    public Breakdowns Breakdowns { get; }

    /// <summary>What people think is published before closing, in looks that are taken while it is counted.</summary>
    public bool IsShownWhileOpen { get; }

    /// <summary>The count of responses, then the questions in the definition's order.</summary>
    public IReadOnlyList<QuestionTally> Questions { get; }

    public static TallyLayout Of(Consultation definition) => new(definition);

    /// <summary>The place of the question in <see cref="Questions"/>, or -1.</summary>
    public int IndexOf(string? questionId)
    {
        for (var index = 0; index < Questions.Count; index++)
        {
            if (Questions[index].Id == questionId)
            {
                return index;
            }
        }

        return -1;
    }
}
