using Participatie.Surveys.Language;
using Participatie.Surveys.Review.Rounds;

namespace Participatie.Web.Pages.Review.Desk.Council;

/// <summary>Says how a round stands.</summary>
internal static class RoundInWords
{
    public static string Of(ReviewRound round, InterfaceWords words) =>
        round.Approval is not null ? words["staff.council.approved"]
        : round.DueOn is { } due ? words.Format("staff.council.due", words.Day(due))
        : words.Format("staff.council.waiting", round.Days);
}
