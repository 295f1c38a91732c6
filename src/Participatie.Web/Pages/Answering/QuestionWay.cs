using Participatie.Surveys.Answering;
using Participatie.Surveys.Answering.Checks;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Intake;
using Participatie.Web.QuestionInputs.Kinds;

namespace Participatie.Web.Pages.Answering;

/// <summary>The way along the questions: where an address does not lead, and where an answer leads.</summary>
internal static class QuestionWay
{
    /// <summary>Where the resident belongs when it is not here; null when it is.</summary>
    public static async ValueTask<string?> ElsewhereAsync(HttpContext context, Visit visit, Question question, int? step, Receipts receipts)
    {
        if (visit.IsMoved)
        {
            return Addresses.TakeBack(visit.Slug);
        }

        if (visit.Draft is null)
        {
            if (visit.Token is { } token && await receipts.OfAsync(token, context.RequestAborted) is not null)
            {
                return Addresses.Thanks(visit.Slug);
            }

            if (visit.State != OpenState.Open || visit.Definition.Invitation == InvitationRule.Required)
            {
                return Addresses.Consultation(visit.Slug);
            }
        }
        else if (visit.State == OpenState.Closed
            || (visit.Definition.Invitation == InvitationRule.Required && visit.Draft.Invitation is null))
        {
            return Addresses.Consultation(visit.Slug);
        }

        if (!visit.Journey.MayVisit(question))
        {
            return visit.NextAddress;
        }

        return Steps.Has(question) && (step is null || !Steps.MayVisit(question, visit.Answers.To(question), step.Value))
            ? visit.AddressOf(question, visit.Answers)
            : null;
    }

    /// <summary>Where the resident goes on after an answer was saved.</summary>
    /// <param name="visit">Before it was.</param>
    /// <param name="attempt">The form.</param>
    /// <param name="journey">The way from then on.</param>
    /// <param name="answers">With it.</param>
    public static string After(Visit visit, Attempt attempt, Journey journey, Answers answers)
    {
        if (!Steps.ComesBack(attempt, answers))
        {
            return Onward(visit, attempt, journey, answers);
        }

        // A fragment, because it is never sent: no log on the way learns what somebody chose.
        var place = KindPages.All.For(attempt.Question).PlaceAfter(attempt);
        return visit.AddressOf(attempt.Question, answers) + (place is null ? "" : "#" + place);
    }

    /// <summary>
    /// The next open question. When none is left, the check page, at the answer that was changed when there was one before.
    /// </summary>
    private static string Onward(Visit visit, Attempt attempt, Journey journey, Answers answers) =>
        visit.NextIn(journey, answers) + (
            journey.IsComplete && visit.Journey.IsComplete ? "#" + CheckView.RowOf(attempt.Question, attempt.Step) : "");
}
