namespace Participatie.Surveys.Review.Criteria;

/// <summary>A success criterion of WCAG, of level A or AA.</summary>
/// <param name="Number">As WCAG numbers it: "1.4.10".</param>
/// <param name="Id">The short name by which W3C and its tools know it: "reflow".</param>
/// <param name="Level">"A" or "AA".</param>
/// <param name="Since">The version of WCAG that it came in: "2.0", "2.1" or "2.2".</param>
/// <param name="Name">As the authorised Dutch translation of WCAG 2.2 calls it.</param>
/// <param name="Explanation">In plain Dutch: what it means for somebody who uses the site.</param>
public sealed record Criterion(string Number, string Id, string Level, string Since, string Name, string Explanation)
{
    /// <summary>
    /// Whether the law counts it: WCAG 2.1 A and AA, which EN 301 549 v3.2.1 and with it the Besluit digitale toegankelijkheid overheid ask.
    /// </summary>
    public bool IsLaw => Since != SuccessCriteria.Newest;

    /// <summary>Whether WCAG 2.2 still has it; the law goes on to count the one that it dropped.</summary>
    public bool IsInNewest => Number != SuccessCriteria.Dropped;
}
