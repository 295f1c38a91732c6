using Participatie.Surveys.Answering.Checks;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Language;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Answering;

/// <summary>
/// An answer came in for a draft that is not here, or for a question that is not to be seen: what was typed is given back.
/// </summary>
/// <param name="Slug">The consultation.</param>
/// <param name="Consultation">Its title.</param>
/// <param name="Typed">Text that could not be kept; null when there was none.</param>
/// <param name="AnsweredElsewhere">How many questions were answered where the draft is now; null when it is nowhere.</param>
/// <param name="Elsewhere">Where the resident can go on otherwise.</param>
public sealed record LostDraft(string Slug, Text Consultation, string? Typed, int? AnsweredElsewhere, string Elsewhere)
{
    /// <summary>A field of the form: bring the draft back to this device first.</summary>
    public const string TakesBack = "terughalen";

    public bool IsMoved => AnsweredElsewhere is not null;

    /// <summary>What bringing the draft back would overwrite.</summary>
    public Overwriting? Overwriting { get; init; }

    /// <summary>How the consultation ended, when it was withdrawn meanwhile.</summary>
    public LifeEvent? Withdrawal { get; init; }

    internal static LostDraft Of(Visit visit, string? typed, string elsewhere) =>
        new(visit.Slug, visit.Definition.Title, typed, visit.Elsewhere?.AnsweredCount, elsewhere) { Withdrawal = visit.Life?.Withdrawal };

    /// <summary>Goes on to the address, or first shows what was filled in when there is something to lose.</summary>
    internal static IResult Keeps(Visit visit, Attempt attempt, string elsewhere)
    {
        var overwriting = Overwriting.Of(visit, attempt);
        // Beside a choice the words are among what would be overwritten.
        var typed = overwriting is null || attempt.Question.Other is null ? OwnWords.In(attempt) : "";
        return overwriting is null && typed.Length == 0
            ? new SeeOther(
                visit.State == OpenState.Open || elsewhere != Addresses.Consultation(visit.Slug)
                    ? elsewhere
                    : $"{elsewhere}#{StartPage.NotSent}")
            : PageResult.Of<LostDraftPage>(
                Of(visit, typed.Length == 0 ? null : typed, elsewhere) with { Overwriting = overwriting },
                StatusCodes.Status422UnprocessableEntity);
    }
}
