using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Language;

namespace Participatie.Web.Frame;

/// <summary>What happened to a consultation, in words for everybody: on screen and aloud.</summary>
public static class LifeWords
{
    /// <summary>What changed since it opened; that it opened and that it was withdrawn stand apart.</summary>
    public static IReadOnlyList<LifeEvent> ChangesOf(ConsultationLife? life) =>
        life is null ? [] : [.. life.PublicEvents.Where(one => one.Step is not (LifeStep.Opened or LifeStep.Withdrawn))];

    /// <summary>A sentence with its day, and the reason as it was written, in Dutch.</summary>
    public static IReadOnlyList<Passage> Of(LifeEvent one, InterfaceWords words)
    {
        var day = words.Day(Amsterdam.DayOf(one.At));
        var sentence = one.Step switch
        {
            LifeStep.Corrected => words.Format("life.corrected", day),
            LifeStep.Extended => words.Format("life.extended", day, words.Day(one.Day!.Value)),
            LifeStep.Closed => words.Format("life.closed", day),
            LifeStep.Reported => words.Format("life.reported", day),
            LifeStep.Decided => words.Format("life.decided", day),
            _ => words.Format("life.withdrawn", day),
        };
        var own = new Passage(sentence, words.Language);
        return one.Reason.Length == 0 ? [own] : [own, new Passage(one.Reason, Languages.Dutch)];
    }

    /// <summary>That it was withdrawn, why, and what happens to the answers that came in.</summary>
    public static IReadOnlyList<Passage> Withdrawn(LifeEvent withdrawal, InterfaceWords words) =>
    [
        .. Of(withdrawal, words),
        new(words[withdrawal.Answers == AnswersOnWithdrawal.Deleted ? "life.answers.deleted" : "life.answers.counted"], words.Language),
    ];
}
