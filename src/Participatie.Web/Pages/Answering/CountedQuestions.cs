using Participatie.Surveys.Language;

namespace Participatie.Web.Pages.Answering;

internal static class CountedQuestions
{
    /// <summary>"1 vraag", "3 vragen".</summary>
    public static string Questions(this InterfaceWords words, int count) => words.Count("count.questions", count);
}
