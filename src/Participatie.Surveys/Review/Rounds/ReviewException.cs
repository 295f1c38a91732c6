namespace Participatie.Surveys.Review.Rounds;

/// <summary>Why nothing was written. Each has its plain sentence on the pages.</summary>
public enum ReviewRefusal
{
    /// <summary>There is no such round, member or finding.</summary>
    Unknown,

    /// <summary>Somebody else wrote since the form was made, or the version is another one.</summary>
    ChangedMeanwhile,

    /// <summary>The consultation does not lie with who reviews it.</summary>
    NotInReview,

    /// <summary>There is a round for this very version already.</summary>
    AlreadyAsked,

    /// <summary>Fewer days than usual need the council's consent; more than that help nobody.</summary>
    NoConsent,

    NoText,

    TextTooLong,

    NoDay,

    /// <summary>That version is not there, or is the one that the finding is about.</summary>
    NoVersion,

    /// <summary>The finding is closed, or stands where this cannot be done.</summary>
    NotNow,

    /// <summary>Its reporter has the first turn, until a day.</summary>
    NotYours,

    /// <summary>Only a member of the council approves.</summary>
    NotCouncil,

    /// <summary>Only the chair closes a finding in the place of who reported it.</summary>
    NotChair,

    /// <summary>Somebody cannot go on: that comes first.</summary>
    FindingsOpen,

    /// <summary>The page is none of what the round shows.</summary>
    NoPage,

    /// <summary>The link has ended.</summary>
    LinkEnded,

    /// <summary>The law and WCAG 2.2 A and AA have no such criterion.</summary>
    NoCriterion,
}

/// <summary>Nothing was written: thrown so that everything else in the transaction is undone too.</summary>
public sealed class ReviewException(ReviewRefusal refusal) : Exception($"Not done: {refusal}.")
{
    public ReviewRefusal Refusal { get; } = refusal;
}
