namespace Participatie.Surveys.Definition.Life;

/// <summary>Where a consultation stands. Computed from its events, never stored.</summary>
public enum LifeState
{
    /// <summary>An author works on it; nobody else sees it.</summary>
    Concept,

    InReview,

    /// <summary>May open, as the working copy stands.</summary>
    Approved,

    /// <summary>Opens by itself on a day.</summary>
    Planned,

    /// <summary>Opened and not recorded as closed. Whether the door is open at a moment says <see cref="Opening"/>.</summary>
    Open,

    Closed,

    /// <summary>The province told what came out.</summary>
    Reported,

    Archived,

    Withdrawn,
}
