using Participatie.Surveys.Review.Findings;
using Participatie.Surveys.Review.Members;

namespace Participatie.Surveys.Review.Rounds;

/// <summary>All rounds and findings of a consultation: what follows from the events. Never changes.</summary>
public sealed record ConsultationReview
{
    private ConsultationReview()
    {
    }

    public required int ConsultationId { get; init; }

    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<ReviewEvent> Events { get; init; }

    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<ReviewRound> Rounds { get; init; }

    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    public int LastNumber => Events is [.., var last] ? last.Number : 0;

    /// <summary>
    /// What a round showed does not open as long as there is one: reported in that round, or said in it to be there still. One of an earlier
    /// round is about another version, and blocks when a member of this round says so.
    /// </summary>
    public IEnumerable<Finding> BlockingOf(int round) => Stopping.Where(one => IsOfRound(one, round));

    /// <summary>With which somebody could not go on before this round, and nobody says yet how that is now.</summary>
    public IEnumerable<Finding> LeftBefore(int round) =>
        Stopping.Where(one => one.JoinedWith is null && one.Report.Round < round && !IsOfRound(one, round));

    public static ConsultationReview Of(int consultationId, IReadOnlyList<ReviewEvent> events) => new()
    {
        ConsultationId = consultationId,
        Events = events,
        Rounds =
        [
            .. events.Where(one => one.Step == ReviewStep.RoundAsked)
                .Select(asked => new ReviewRound(asked, [.. events.Where(one => one.Round == asked.Round)])),
        ],
        Findings =
        [
            .. events.Where(one => one.Step == ReviewStep.Reported)
                .Select(report => new Finding(report, [.. events.Where(one => one.Finding == report.Number)])),
        ],
    };

    public ReviewRound? Round(int number) => Rounds.FirstOrDefault(one => one.Number == number);

    public Finding? Finding(int number) => Findings.FirstOrDefault(one => one.Number == number);

    /// <summary>The one that is answered for it: itself, when it is not joined.</summary>
    public Finding MainOf(Finding one) => one.JoinedWith is { } other ? Finding(other)! : one;

    /// <summary>Of a joined one: how the other stands.</summary>
    public FindingState StateOf(Finding one) => MainOf(one).State;

    /// <summary>Those that were joined with it, each with the member's own words.</summary>
    public IEnumerable<Finding> JoinedWith(Finding main) => Findings.Where(one => one.JoinedWith == main.Number);

    /// <summary>
    /// Whether a member may say that it is solved: who reported it, or one that is the same, and all members after the term.
    /// </summary>
    public bool MayLookAgain(Finding main, ReviewMember member, DateOnly today) =>
        main.State == FindingState.LookAgain
        && (today > main.LookAgainBy || JoinedWith(main).Prepend(main).Any(one => IsOf(one, member)));

    /// <summary>
    /// Whether a member may say that it is there still, without an answer to look at: of an earlier round, once in the round of that member.
    /// </summary>
    public bool MaySayStillThere(Finding main, ReviewMember member) =>
        main.JoinedWith is null && main.State is FindingState.Open or FindingState.Promised && main.Report.Round < member.Round
        && !IsOfRound(main, member.Round);

    /// <summary>Whether it is a member's own, of this round or of an earlier one.</summary>
    public static bool IsOf(Finding one, ReviewMember member) =>
        one.Report.Member is { } number && member.Places.Contains(new MemberPlace(one.Report.Round, number));

    private IEnumerable<Finding> Stopping =>
        Findings.Where(one => one.Severity == Severity.CannotGoOn && StateOf(one) != FindingState.Closed);

    private bool IsOfRound(Finding one, int round) => one.Report.Round == round
        || one.Events.Concat(MainOf(one).Events).Any(step => step.Step == ReviewStep.StillThere && step.Round == round);
}
