using Participatie.Surveys.Answering.Checks;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Answering;

/// <summary>An answer came in for a draft that is not here, or for a question that is not to be seen: what was typed is given back.</summary>
/// <param name="Slug">The consultation.</param>
/// <param name="Consultation">Its title.</param>
/// <param name="Typed">Text that could not be kept; null when there was none.</param>
/// <param name="IsMoved">The draft can be brought back to this device.</param>
/// <param name="Elsewhere">Where the resident can go on otherwise.</param>
public sealed record LostDraft(string Slug, Text Consultation, string? Typed, bool IsMoved, string Elsewhere)
{
    /// <summary>Goes on to the address, or first shows the typed text when there is some.</summary>
    internal static IResult Keeps(Visit visit, Question question, Posted posted, string elsewhere)
    {
        var typed = question is OpenQuestion ? TypedText.Clean(posted.First(Posted.Answer) ?? "") : "";
        return typed.Length == 0
            ? new SeeOther(elsewhere)
            : PageResult.Of<LostDraftPage>(
                new LostDraft(visit.Slug, visit.Definition.Title, typed, visit.IsMoved, elsewhere), StatusCodes.Status422UnprocessableEntity);
    }
}
