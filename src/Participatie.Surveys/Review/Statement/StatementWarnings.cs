namespace Participatie.Surveys.Review.Statement;

/// <summary>What staff have to do about the statement.</summary>
public enum StatementWarning
{
    /// <summary>The register says another status than this site.</summary>
    Differs,

    /// <summary>It was signed a year ago: once a year it is looked at again.</summary>
    Old,

    /// <summary>Status C ends: six months after it was first said.</summary>
    PlanEnds,
}

/// <param name="Warning">What.</param>
/// <param name="Day">Since when, or until when.</param>
public sealed record StatementDue(StatementWarning Warning, DateOnly Day);

public static class StatementWarnings
{
    private const int DaysAhead = 30;

    /// <summary>None while nobody signed a statement: then the page of the statement says so.</summary>
    public static IEnumerable<StatementDue> Of(ComplianceNow now, DateOnly today)
    {
        if (now.InForce?.Text is not { SignedOn: { } signed } text)
            yield break;
        if (now.InRegister != now.Compliance.Status)
            yield return new StatementDue(StatementWarning.Differs, signed);
        if (today >= signed.AddYears(1))
            yield return new StatementDue(StatementWarning.Old, signed);
        if (text is { Claimed: ComplianceStatus.C, ClaimedSince: { } since }
            && now.Compliance.Status is not (ComplianceStatus.A or ComplianceStatus.B)
            && since.AddMonths(Compliance.PlanMonths) is var end && today >= end.AddDays(-DaysAhead))
            yield return new StatementDue(StatementWarning.PlanEnds, end);
    }
}
