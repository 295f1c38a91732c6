namespace Participatie.Web.Access.Notices;

public enum NoticeKind
{
    /// <summary>An author asked for a review.</summary>
    ReviewAsked,

    /// <summary>The questions are the author's again.</summary>
    SentBack,

    /// <summary>The consultation may open.</summary>
    Approved,

    /// <summary>The day of opening passed while nobody ran.</summary>
    OpeningMissed,

    /// <summary>It closes within a week.</summary>
    ClosesSoon,

    /// <summary>Today is the last day.</summary>
    ClosesToday,

    /// <summary>The results were promised by a day within a week.</summary>
    ResultsDue,

    /// <summary>What is decided was promised by a day within a week.</summary>
    DecisionDue,

    /// <summary>Responses were set apart after the last try to count them.</summary>
    DeadLetters,

    /// <summary>The register says another status than this site.</summary>
    StatementDiffers,

    /// <summary>The statement was signed a year ago.</summary>
    StatementOld,

    /// <summary>Status C ends.</summary>
    StatementEnds,

    /// <summary>Visitors reported something and wait for an answer.</summary>
    ReportsWait,
}

/// <summary>Something that waits for somebody now: on the overview, and once in a mail.</summary>
/// <param name="Key">The same for as long as it is the same thing.</param>
/// <param name="Kind">What.</param>
/// <param name="ConsultationId">Of which consultation.</param>
/// <param name="Slug">The same, as it is called in addresses.</param>
/// <param name="For">Who has to do something.</param>
public sealed record Notice(string Key, NoticeKind Kind, int ConsultationId, string Slug, NoticeFor For)
{
    /// <summary>In place of a consultation: it is about the whole site.</summary>
    public const int OfSite = 0;

    /// <summary>It is about the whole site, so its slug is empty.</summary>
    public bool IsOfSite => ConsultationId == OfSite;

    /// <summary>What it is about, where that is no consultation: the key of its name.</summary>
    public string SiteTitle => Kind == NoticeKind.ReportsWait ? "staff.reports.title" : "staff.statement.title";

    /// <summary>The day that it is about.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>How many responses it is about.</summary>
    public int Count { get; init; }

    /// <summary>Where something is done about it.</summary>
    public string Address => Kind == NoticeKind.ReportsWait ? IsOfSite ? Addresses.DeskReports : Addresses.ConsultationReports(Slug)
        : IsOfSite ? Addresses.StatementDesk
        : Kind == NoticeKind.DeadLetters ? Addresses.QueueOf(Slug)
        : Addresses.DeskConsultation(Slug);

    /// <summary>Who did what it tells of, as the audit log says people: that person knows. Empty for the program.</summary>
    public string Who { get; init; } = "";
}

[Flags]
public enum NoticeFor
{
    Administrators = 1,

    /// <summary>Of that consultation.</summary>
    Authors = 2,
}
