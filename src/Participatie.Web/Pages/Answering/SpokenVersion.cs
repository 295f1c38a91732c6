using Participatie.Surveys.Answering;
using Participatie.Surveys.Answering.Checks;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;
using Participatie.Web.QuestionInputs;
using Participatie.Web.ReadingAloud;

namespace Participatie.Web.Pages.Answering;

/// <summary>
/// Everything that pages of one version may say, whatever the order of its lists: the passages that recordings are made of.
/// </summary>
internal static class SpokenVersion
{
    public static IEnumerable<Passage> PassagesOf(PublishedVersion version, ConsultationLife life) =>
        version.Definition.Languages.SelectMany(language => PassagesIn(version, life, InterfaceWords.For(language))).Distinct();

    private static IEnumerable<Passage> PassagesIn(PublishedVersion version, ConsultationLife life, InterfaceWords words)
    {
        var definition = version.Definition;
        var start = new StartView
        {
            Slug = definition.Slug,
            Definition = definition,
            State = StartState.New,
            Minutes = ReadingTime.Minutes(definition, words.Language),
            Next = "",
            IsClosing = false,
            ClosesOn = life.ClosesOn(version),
            Life = life,
        };
        var number = 0;
        var total = definition.Numbered.Count();
        return
        [
            .. SpokenPages.Start(start, words),
            .. SpokenPages.Charter(new CharterView(version, life), words),
            .. definition.Questions.SelectMany(question => PassagesOf(question, question.IsAsked ? ++number : 0, total, words)),
        ];
    }

    private static IEnumerable<Passage> PassagesOf(Question question, int number, int total, InterfaceWords words) =>
        Enumerable.Range(1, Steps.Count(question)).SelectMany(step => SpokenQuestion.Of(
            new Asked { Question = question, Step = step, Rotation = 0, Problems = Refusals(question, step, words) },
            number,
            total,
            words));

    /// <summary>
    /// What somebody reads who goes on with nothing filled in. Refusals that name an answer are left to the device's voice.
    /// </summary>
    private static IReadOnlyList<Problem> Refusals(Question question, int step, InterfaceWords words) =>
        CheckAnswer.Of(
            new Attempt { Question = question, Step = step, FilledIn = FilledIn.Nothing, Words = words }) is Refused(var problems)
            ? problems
            : [];
}
