namespace Participatie.Surveys.Review.Studies;

/// <summary>What a person decided about a criterion, on all of the site or on one page of the sample.</summary>
/// <param name="Criterion">W3C's short name.</param>
/// <param name="Page">The number of a page of the sample; null: all that was studied.</param>
/// <param name="Verdict">What was found.</param>
/// <param name="Explanation">Why, in plain words.</param>
/// <param name="At">When it was decided.</param>
public sealed record Judgement(string Criterion, int? Page, Verdict Verdict, string Explanation, DateTimeOffset At);
