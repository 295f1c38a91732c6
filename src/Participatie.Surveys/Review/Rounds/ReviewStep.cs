namespace Participatie.Surveys.Review.Rounds;

/// <summary>What can happen in the council's rounds of a consultation. The numbers are stored.</summary>
public enum ReviewStep : short
{
    RoundAsked = 1,

    /// <summary>Staff called the council, or the other way round: the term begins.</summary>
    Called = 2,

    /// <summary>A member came in by the link: the term begins.</summary>
    CameIn = 3,

    /// <summary>A member looked at a page for the first time.</summary>
    Looked = 4,

    /// <summary>A member of the council approves what the round shows.</summary>
    Approved = 5,

    /// <summary>Somebody is hindered: a finding.</summary>
    Reported = 6,

    Answered = 7,

    /// <summary>Whoever looked again finds it solved, or can live with the answer: it is closed.</summary>
    Confirmed = 8,

    /// <summary>Whoever looked again is still hindered: it is open again.</summary>
    StillThere = 9,

    /// <summary>The chair closed it with a reason, since nobody looked again in time.</summary>
    ClosedByChair = 10,

    /// <summary>It is the same as another one: from then on that one is answered for both.</summary>
    Joined = 11,

    TakenApart = 12,

    /// <summary>A member found that something works well.</summary>
    GoesWell = 13,

    /// <summary>Whoever did not look yet got a mail, halfway the term.</summary>
    Reminded = 14,

    /// <summary>Staff say which criterion of WCAG it is about, or about none after all: a member is never asked.</summary>
    Classified = 30,
}
