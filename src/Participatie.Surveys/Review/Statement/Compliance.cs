namespace Participatie.Surveys.Review.Statement;

/// <summary>The status of the Besluit digitale toegankelijkheid overheid. The names are stored.</summary>
public enum ComplianceStatus
{
    A,
    B,
    C,
    D,
    E,
}

/// <summary>Why it is that status.</summary>
public enum ComplianceRule
{
    /// <summary>A: a complete study under three years old, all met.</summary>
    AllMet,

    /// <summary>B: such a study, not all met, each deviation described.</summary>
    MeasuresDescribed,

    /// <summary>C: no such study, one planned within six months.</summary>
    StudyPlanned,

    /// <summary>D: a complete study that does not meet all, and what is done about it is not described.</summary>
    MeasuresMissing,

    /// <summary>D: the newest complete study is three years old.</summary>
    StudyTooOld,

    /// <summary>D: neither a study nor a plan.</summary>
    NothingPlanned,

    /// <summary>D: the day that was planned has passed.</summary>
    PlanPassed,

    /// <summary>D: planned, more than six months ahead.</summary>
    PlanTooFar,

    /// <summary>D: C was said for six months, longer is not allowed.</summary>
    PlannedTooLong,

    /// <summary>E: there is no statement.</summary>
    NoStatement,
}

/// <param name="On">The day it was finished.</param>
/// <param name="IsAllMet">All criteria of the law.</param>
/// <param name="IsDescribed">Each deviation with cause, consequence, measure and day.</param>
public sealed record CompleteStudy(DateOnly On, bool IsAllMet, bool IsDescribed);

/// <summary>What the status follows from.</summary>
/// <param name="HasStatement">There is one.</param>
/// <param name="Study">The newest that is complete; null without one.</param>
/// <param name="PlannedOn">The day of the next study.</param>
/// <param name="PlannedSince">Since when status C was said without a break; null when it was not.</param>
public sealed record ComplianceFacts(bool HasStatement, CompleteStudy? Study, DateOnly? PlannedOn, DateOnly? PlannedSince);

/// <summary>The status and the rule that gives it.</summary>
public sealed record Compliance(ComplianceStatus Status, ComplianceRule Rule)
{
    /// <summary>A study counts while it is younger.</summary>
    public const int StudyYears = 3;

    /// <summary>A plan counts when it is at most so far ahead, and C may be said at most so long.</summary>
    public const int PlanMonths = 6;

    public static Compliance Of(ComplianceFacts facts, DateOnly today)
    {
        if (!facts.HasStatement)
            return new(ComplianceStatus.E, ComplianceRule.NoStatement);
        var isValid = facts.Study is { } study && today < study.On.AddYears(StudyYears);
        if (isValid && facts.Study!.IsAllMet)
            return new(ComplianceStatus.A, ComplianceRule.AllMet);
        if (isValid && facts.Study!.IsDescribed)
            return new(ComplianceStatus.B, ComplianceRule.MeasuresDescribed);
        return facts switch
        {
            { PlannedOn: { } day } when day < today => new(ComplianceStatus.D, ComplianceRule.PlanPassed),
            { PlannedOn: { } day } when day > today.AddMonths(PlanMonths) => new(ComplianceStatus.D, ComplianceRule.PlanTooFar),
            { PlannedOn: not null, PlannedSince: { } since } when today > since.AddMonths(PlanMonths) =>
                new(ComplianceStatus.D, ComplianceRule.PlannedTooLong),
            { PlannedOn: not null } => new(ComplianceStatus.C, ComplianceRule.StudyPlanned),
            _ when isValid => new(ComplianceStatus.D, ComplianceRule.MeasuresMissing),
            { Study: not null } => new(ComplianceStatus.D, ComplianceRule.StudyTooOld),
            _ => new(ComplianceStatus.D, ComplianceRule.NothingPlanned),
        };
    }
}
