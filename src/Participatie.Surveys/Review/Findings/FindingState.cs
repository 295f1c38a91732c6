namespace Participatie.Surveys.Review.Findings;

/// <summary>How a finding stands. Computed from its events, never stored.</summary>
public enum FindingState
{
    /// <summary>Staff have to answer.</summary>
    Open,

    /// <summary>Staff solve it by a day.</summary>
    Promised,

    /// <summary>Staff answered: whoever reported it is asked to look again.</summary>
    LookAgain,

    Closed,
}
