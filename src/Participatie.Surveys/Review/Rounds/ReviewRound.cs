using Participatie.Surveys.Definition;

namespace Participatie.Surveys.Review.Rounds;

/// <summary>The council looks at one version: what follows from the events of the round. Never changes.</summary>
/// <param name="Asked">How it began.</param>
/// <param name="Events">Of the round, oldest first.</param>
public sealed record ReviewRound(ReviewEvent Asked, IReadOnlyList<ReviewEvent> Events)
{
    /// <summary>Working days that the council has, when it did not agree to fewer.</summary>
    public const int UsualDays = 10;

    /// <summary>The same when the council signed off all kinds of questions and layouts in it before.</summary>
    public const int ShortDays = 5;

    public int Number => Asked.Round;

    /// <summary>Of the working copy that the round shows.</summary>
    public int Revision => Asked.Revision!.Value;

    public int Days => Asked.Days!.Value;

    /// <summary>Since when the term runs: a member came in, or staff wrote down a call.</summary>
    public DateOnly? StartedOn => Events.FirstOrDefault(one => one.Step is ReviewStep.Called or ReviewStep.CameIn) is { } first
        ? Amsterdam.DayOf(first.Moment)
        : null;

    /// <summary>The last day of the term; null while it did not begin.</summary>
    public DateOnly? DueOn => StartedOn is { } day ? WorkingDays.After(day, Days) : null;

    /// <summary>Halfway the term; null while it did not begin.</summary>
    public DateOnly? RemindOn => StartedOn is { } day ? WorkingDays.After(day, (Days + 1) / 2) : null;

    /// <summary>Whether whoever did not look yet is reminded today: once, and not when it is too late or done.</summary>
    public bool WantsReminder(DateOnly today) => Approval is null && today >= RemindOn && today <= DueOn
        && !Events.Any(one => one.Step == ReviewStep.Reminded);

    /// <summary>Members who looked at a page, wrote something or approved: to come in is not enough.</summary>
    public IReadOnlyList<int> Lookers =>
    [
        .. Events.Where(one => one.Step is ReviewStep.Looked or ReviewStep.Reported or ReviewStep.GoesWell or ReviewStep.Approved)
            .Select(one => one.Member).OfType<int>().Distinct(),
    ];

    public ReviewEvent? Approval => Events.FirstOrDefault(one => one.Step == ReviewStep.Approved);

    /// <summary>Somebody told staff something, or looked: also a call without a member's number counts.</summary>
    public bool IsLookedAt => Events.Any(one =>
        one.Step is ReviewStep.Looked or ReviewStep.Reported or ReviewStep.GoesWell or ReviewStep.Approved);

    /// <summary>The term is over and nobody looked.</summary>
    public bool IsMissed(DateOnly today) => !IsLookedAt && DueOn is { } due && today > due;
}
