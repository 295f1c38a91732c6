namespace Participatie.Surveys.Review.Studies;

/// <summary>What somebody who looked says of a criterion. The names are stored.</summary>
public enum Verdict
{
    NotTested,
    Passed,
    Failed,
    NotApplicable,

    /// <summary>Only in studies that were made elsewhere: it was looked at and nobody could tell. Counts as not tested.</summary>
    CannotTell,
}
