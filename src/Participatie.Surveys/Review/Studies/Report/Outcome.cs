namespace Participatie.Surveys.Review.Studies.Report;

/// <summary>A verdict as EARL, the language of test results of W3C, names it.</summary>
/// <param name="Verdict">As we name it.</param>
/// <param name="Id">Behind "earl:".</param>
/// <param name="Type">The class of it.</param>
internal sealed record Outcome(Verdict Verdict, string Id, string Type)
{
    private static readonly Outcome[] All =
    [
        new(Verdict.NotTested, "untested", "NotTested"),
        new(Verdict.Passed, "passed", "Pass"),
        new(Verdict.Failed, "failed", "Fail"),
        new(Verdict.NotApplicable, "inapplicable", "NotApplicable"),
        new(Verdict.CannotTell, "cantTell", "CannotTell"),
    ];

    public static Outcome Of(Verdict verdict) => All.Single(one => one.Verdict == verdict);

    /// <param name="id">With or without what stands before it.</param>
    public static Outcome? Find(string id) => Array.Find(All, one => one.Id == WcagEmReader.LastPart(id));
}
