namespace Participatie.Surveys.Review.Studies;

/// <summary>
/// What others found about a criterion: it can only be that it is not met, since neither a member of the council who was not hindered nor a
/// program that found nothing says that it is. No verdict: a person decides.
/// </summary>
/// <param name="Criterion">W3C's short name.</param>
/// <param name="Findings">Of people who use the site.</param>
/// <param name="Checks">Of a program.</param>
public sealed record Proposal(string Criterion, IReadOnlyList<ProposedByFinding> Findings, IReadOnlyList<ProposedByCheck> Checks);

/// <param name="Slug">Of the consultation.</param>
/// <param name="Number">Of the finding.</param>
/// <param name="Page">Behind the address of the consultation; empty where it is about no page.</param>
/// <param name="Text">In somebody's own words: for the desk only.</param>
public sealed record ProposedByFinding(string Slug, int Number, string Page, string Text);

/// <param name="Slug">Of the consultation.</param>
/// <param name="Rule">Of axe-core.</param>
/// <param name="Pages">Behind the address of the consultation.</param>
/// <param name="Version">That was looked at.</param>
public sealed record ProposedByCheck(string Slug, string Rule, IReadOnlyList<string> Pages, CheckedVersion Version);

/// <param name="Number">Of the version that residents read, or of the working copy while they read none.</param>
/// <param name="IsPublished">Residents read it.</param>
/// <param name="On">The day of the check.</param>
public sealed record CheckedVersion(int Number, bool IsPublished, DateOnly On);
