namespace Participatie.Surveys.Definition.Life;

/// <summary>What can happen to a consultation. The numbers are stored.</summary>
public enum LifeStep : short
{
    Begun = 1,
    ReviewAsked = 2,

    /// <summary>Back to the author: by who reviews, or taken back to change something.</summary>
    SentBack = 3,

    Approved = 4,
    Planned = 5,
    Unplanned = 6,
    Opened = 7,

    /// <summary>Wording became clearer while it was open: a new version.</summary>
    Corrected = 8,

    Extended = 9,
    Closed = 10,

    /// <summary>The results were told: the first promise of the charter is met.</summary>
    Reported = 11,

    /// <summary>What was decided with them was told: the second promise is met.</summary>
    Decided = 12,

    Archived = 13,

    /// <summary>Out of the archive again.</summary>
    Restored = 14,

    Withdrawn = 15,
}
