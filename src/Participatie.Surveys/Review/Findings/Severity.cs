namespace Participatie.Surveys.Review.Findings;

/// <summary>How bad it is, as the member says. The numbers are stored; a higher one is worse.</summary>
public enum Severity : short
{
    Annoying = 1,
    MuchEffort = 2,

    /// <summary>As long as one is open, nothing opens.</summary>
    CannotGoOn = 3,
}
