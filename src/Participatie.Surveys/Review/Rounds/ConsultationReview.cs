using Participatie.Surveys.Review.Findings;

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
    /// Nothing opens as long as there is one. A new round does not do away with those of an earlier one: who reported it looks again.
    /// </summary>
    public IEnumerable<Finding> Blocking => Findings.Where(one => one.Severity == Severity.CannotGoOn && StateOf(one) != FindingState.Closed);

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

    /// <summary>Whether a member may say that it is solved: who reported it, or one that is the same, and all members after the term.</summary>
    public bool MayLookAgain(Finding main, int round, int member, DateOnly today) =>
        main.State == FindingState.LookAgain
        && (today > main.LookAgainBy || JoinedWith(main).Prepend(main).Any(one => IsOf(one, round, member)));

    /// <summary>Whether it is a member's own.</summary>
    public static bool IsOf(Finding one, int round, int member) => one.Report.Member == member && one.Report.Round == round;
}
