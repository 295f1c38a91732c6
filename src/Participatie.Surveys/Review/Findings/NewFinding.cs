namespace Participatie.Surveys.Review.Findings;

/// <summary>What hinders somebody, where, and how bad that is.</summary>
/// <param name="Page">The part of the address behind the link of the preview; empty where it is about no page.</param>
/// <param name="Text">As typed.</param>
/// <param name="Severity">As the member says.</param>
/// <param name="Subject">These questions, or the product.</param>
public sealed record NewFinding(string Page, string Text, Severity Severity, FindingSubject Subject)
{
    /// <summary>In which it was read; empty when that is not known.</summary>
    public string Language { get; init; } = "";

    /// <summary>Settings of the site that were on.</summary>
    public string Settings { get; init; } = "";
}
