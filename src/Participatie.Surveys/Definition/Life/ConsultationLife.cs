using System.Collections.Immutable;

namespace Participatie.Surveys.Definition.Life;

/// <summary>Where a consultation stands and how it got there: what follows from its events. Never changes.</summary>
public sealed record ConsultationLife
{
    /// <summary>
    /// A day acts by itself within this time. Whoever was away longer is asked: nobody expects a door to open or shut days later.
    /// </summary>
    public static readonly TimeSpan ActsWithin = TimeSpan.FromHours(24);

    private ConsultationLife()
    {
    }

    public required int ConsultationId { get; init; }

    public required string Slug { get; init; }

    /// <summary>Made up, to try the program with: marked wherever it shows.</summary>
    public required bool IsTrial { get; init; }

    /// <summary>Oldest first.</summary>
    public required ImmutableArray<LifeEvent> Events { get; init; }

    public LifeState State { get; private init; }

    /// <summary>The day on which it opens by itself, while that is planned.</summary>
    public DateOnly? OpensOn { get; private init; }

    /// <summary>The last day for answers, when that is a later one than its charter promised.</summary>
    public DateOnly? ExtendedTo { get; private init; }

    /// <summary>The revision of the working copy that may open, or that opened.</summary>
    public int? ApprovedRevision { get; private init; }

    /// <summary>Since when nobody can begin any more, as recorded: by its day or by hand. Null while that is not recorded.</summary>
    public DateTimeOffset? ClosedAt { get; private init; }

    /// <summary>How often it was changed: a form that was made before another change is not taken.</summary>
    public int LastNumber => Events is [.., var last] ? last.Number : 0;

    public DateTimeOffset? OpenedAt { get; private init; }

    /// <summary>
    /// By what it may open, or opened. Null before it is approved, and of before the council had its rounds: then an administrator signed.
    /// </summary>
    public SignOff? SignOff { get; private init; }

    /// <summary>The council was asked, and signed off or did not look: what changes its pages later needs it again.</summary>
    public bool HasCouncilSignOff => SignOff is Life.SignOff.Council or Life.SignOff.NobodyLooked;

    /// <summary>The revision of the working copy that residents read; null before it opened.</summary>
    public int? PublishedRevision => Events.LastOrDefault(one => one.Step is LifeStep.Opened or LifeStep.Corrected)?.Revision;

    /// <summary>It opened though nobody of the council looked: residents are told.</summary>
    public bool IsNotLookedAt => HasOpened && SignOff == Life.SignOff.NobodyLooked;

    /// <summary>Why it opened without the council's sign-off, and on which day; null when it did not.</summary>
    public Overrule? Overrule { get; private init; }

    /// <summary>Loaded into an empty database, so that a newcomer has something to look at.</summary>
    public bool IsSample => Overrule?.Reason == LoadSamples.Reason;

    /// <summary>Nothing in it may be taken for what people of the province said.</summary>
    public bool IsMadeUp => IsTrial || IsSample;

    /// <summary>How it ended, when it was withdrawn.</summary>
    public LifeEvent? Withdrawal => State == LifeState.Withdrawn ? Events[^1] : null;

    /// <summary>What everybody may know, oldest first: never who did it.</summary>
    public IEnumerable<LifeEvent> PublicEvents => HasOpened ? Events.Where(IsPublic) : [];

    /// <summary>What somebody who is answering has to know: other words, more days, or fewer. Looked at with each page.</summary>
    public ImmutableArray<LifeEvent> News { get; private init; } = [];

    /// <summary>Since when nobody can begin any more, when a person closed it before its day.</summary>
    public DateTimeOffset? ClosedEarlyAt => Events.LastOrDefault(one => one.Step == LifeStep.Closed) is { } closed && IsEarly(closed)
        ? closed.At
        : null;

    /// <summary>Residents know it from its opening on, and for ever.</summary>
    public bool HasOpened => OpenedAt is not null;

    public static ConsultationLife Of(int consultationId, string slug, bool isTrial, IEnumerable<LifeEvent> events)
    {
        var life = new ConsultationLife { ConsultationId = consultationId, Slug = slug, IsTrial = isTrial, Events = [] };
        life = events.Aggregate(life, static (before, one) => before.With(one));
        return life with { News = life.HasOpened ? [.. life.Events.Where(IsNews)] : [] };
    }

    /// <summary>Whether a step can be taken from here, whatever else it needs.</summary>
    public bool May(LifeStep step) => LifeSteps.To(Events.IsEmpty ? null : State, step, BeforeArchive) is not null;

    /// <summary>The last day for answers: the promised one, or a later one.</summary>
    public DateOnly ClosesOn(PublishedVersion latest) => ExtendedTo ?? latest.Definition.Charter.ClosesOn;

    /// <summary>The moment from which nobody can begin: the end of the last day, or earlier when it was closed by hand.</summary>
    public DateTimeOffset EndsAt(PublishedVersion latest) => ClosedAt ?? Amsterdam.EndOf(ClosesOn(latest));

    /// <summary>Its planned day passed while nobody ran: a person says what happens now.</summary>
    public bool MissedOpening(DateTimeOffset now) => OpensOn is { } day && now >= Amsterdam.StartOf(day) + ActsWithin;

    /// <summary>Its last day passed while nobody ran: the door is shut, and a person says whether that stays so.</summary>
    public bool MissedClosing(PublishedVersion latest, DateTimeOffset now) =>
        State == LifeState.Open && now >= Amsterdam.EndOf(ClosesOn(latest)) + ActsWithin;

    /// <summary>Whether no answer comes in any more: from then on the last result may be made, when everything is counted.</summary>
    public bool IsOver(DateTimeOffset now) => ClosedAt is { } closed
        && now >= closed + Opening.Grace
        && Withdrawal is not { Answers: AnswersOnWithdrawal.Deleted };

    private ConsultationLife With(LifeEvent one)
    {
        var state = LifeSteps.After(one.Step, BeforeArchive);
        var life = this with
        {
            Events = Events.Add(one),
            State = state,
            OpensOn = state == LifeState.Planned ? one.Day ?? OpensOn : null,
        };
        return one.Step switch
        {
            LifeStep.Approved => life with { ApprovedRevision = one.Revision, SignOff = one.SignOff },
            LifeStep.SentBack => life with { ApprovedRevision = null, SignOff = null },
            LifeStep.Opened => life with { OpenedAt = one.At, Overrule = OverruleOf(one) },
            LifeStep.Extended => life with { ExtendedTo = one.Day },
            LifeStep.Closed => life with { ClosedAt = one.Day is { } day ? Amsterdam.EndOf(day) : one.At },
            // It shuts at once, also when it was closed before and its hour of grace runs.
            LifeStep.Withdrawn => life with { ClosedAt = ClosedAt ?? one.At },
            _ => life,
        };
    }

    private LifeState BeforeArchive => Events.Any(one => one.Step == LifeStep.Reported) ? LifeState.Reported : LifeState.Closed;

    // Consultations of before there was an approval have their reason at the opening itself, and none when the council signed.
    private Overrule? OverruleOf(LifeEvent opened)
    {
        var approved = Events.LastOrDefault(one => one.Step == LifeStep.Approved);
        return (approved?.Reason ?? opened.Reason) is { Length: > 0 } reason
            ? new Overrule(Amsterdam.DayOf(opened.At), reason) { Name = NameOf(approved) }
            : null;
    }

    /// <summary>
    /// Without the mail address behind it. Of before the council had its rounds it stays unsaid: who signed then was not told that it would
    /// be public.
    /// </summary>
    private static string NameOf(LifeEvent? approved)
    {
        if (approved is not { SignOff: Life.SignOff.Overruled })
        {
            return "";
        }

        var mail = approved.Who.LastIndexOf(" <", StringComparison.Ordinal);
        return mail < 0 ? approved.Who : approved.Who[..mail];
    }

    private static bool IsPublic(LifeEvent one) => one.Step switch
    {
        LifeStep.Opened or LifeStep.Corrected or LifeStep.Extended or LifeStep.Withdrawn or LifeStep.Reported or LifeStep.Decided => true,
        LifeStep.Closed => IsEarly(one),
        _ => false,
    };

    private static bool IsNews(LifeEvent one) =>
        one.Step is LifeStep.Corrected or LifeStep.Extended || (one.Step == LifeStep.Closed && IsEarly(one));

    // By the program it closes on its day, as was promised.
    private static bool IsEarly(LifeEvent closed) => closed.Day is null && closed.Who.Length > 0;
}

/// <summary>An opening by an administrator's sign-off, without the council's.</summary>
/// <param name="Day">On which it opened.</param>
/// <param name="Reason">In Dutch, as it was written.</param>
public sealed record Overrule(DateOnly Day, string Reason)
{
    /// <summary>Of the administrator; empty for the program itself.</summary>
    public string Name { get; init; } = "";
}
