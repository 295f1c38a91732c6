using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;

namespace Participatie.Web.QuestionInputs;

/// <summary>"Weet ik niet" and its like as choices behind those of a question.</summary>
internal static class WaysOut
{
    private static readonly IReadOnlyList<(Reason Reason, Choice Choice)> All =
    [
        (Reason.DontKnow, new(PassedOver.DontKnow, InterfaceWords.Everywhere("answer.dontknow"), "question-mark")),
        (Reason.RatherNot, new(PassedOver.RatherNot, InterfaceWords.Everywhere("answer.rathernot"))),
    ];

    public static IReadOnlyList<Choice> Of(Question question) =>
        [.. All.Where(way => PassedOver.IsOffered(question, way.Reason)).Select(way => way.Choice)];
}
