using System.Text;
using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Review.Checks;
using Participatie.Surveys.Review.Criteria;
using Participatie.Surveys.Review.Findings;
using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Review.Studies;

/// <summary>
/// Reads what findings that are not closed, and the newest check of each consultation, say about criteria: only a check of the very
/// version that is studied, since what was wrong in an earlier one may be mended. Trials say nothing.
/// </summary>
public sealed class ReadProposals(Database database, ReadChecks checks, WorkingCopies copies, Catalogue catalogue)
{
    /// <param name="studiedOn">The day on which the study was finished: then what residents read on that day counts. Null for now.</param>
    /// <param name="cancellationToken">Of the request.</param>
    /// <returns>By W3C's short name of the criterion.</returns>
    public async Task<IReadOnlyDictionary<string, Proposal>> OfAsync(DateOnly? studiedOn, CancellationToken cancellationToken)
    {
        var findings = await FindingsAsync(cancellationToken);
        var faults = await FaultsAsync(studiedOn, cancellationToken);
        return SuccessCriteria.All
            .Select(criterion => new Proposal(criterion.Id, [.. findings[criterion.Id]], [.. faults[criterion.Number]]))
            .Where(proposal => proposal.Findings.Count + proposal.Checks.Count > 0)
            .ToDictionary(proposal => proposal.Criterion, StringComparer.Ordinal);
    }

    private async Task<ILookup<string, ProposedByFinding>> FindingsAsync(CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        var slugs = await context.Consultations.AsNoTracking().Where(entry => entry.Id < ConsultationEntry.FirstTrial)
            .Select(entry => new { entry.Id, entry.Slug }).ToDictionaryAsync(entry => entry.Id, entry => entry.Slug, cancellationToken);
        // Only of consultations of which somebody said what a finding is about.
        var events = await context.ReviewEvents.AsNoTracking()
            .Where(one => context.ReviewEvents.Any(
                other => other.ConsultationId == one.ConsultationId && other.Step == ReviewStep.Classified))
            .OrderBy(one => one.ConsultationId).ThenBy(one => one.Number).ToListAsync(cancellationToken);
        return (from one in events
                group one by one.ConsultationId into those
                where slugs.ContainsKey(those.Key)
                let review = ConsultationReview.Of(those.Key, [.. those])
                from finding in review.Findings
                where finding.Criterion is not null && review.StateOf(finding) != FindingState.Closed
                select (Slug: slugs[those.Key], Finding: finding))
            .ToLookup(
                one => one.Finding.Criterion!,
                one => new ProposedByFinding(one.Slug, one.Finding.Number, one.Finding.Report.Page, one.Finding.Report.Text),
                StringComparer.Ordinal);
    }

    private async Task<ILookup<string, ProposedByCheck>> FaultsAsync(DateOnly? studiedOn, CancellationToken cancellationToken)
    {
        var found = new List<(string Criterion, ProposedByCheck By)>();
        foreach (var id in await checks.ConsultationsAsync(cancellationToken))
        {
            if (await StudiedAsync(id, studiedOn, cancellationToken) is not { } studied
                || await checks.NewestAsync(id, studied.Hash, cancellationToken) is not { } check)
            {
                continue;
            }

            var version = new CheckedVersion(studied.Number, studied.IsPublished, Amsterdam.DayOf(check.Report.At));
            found.AddRange(
                from page in check.Report.Pages
                from result in page.Found
                from criterion in result.Criteria
                group page.Page by (result.Rule, criterion) into same
                orderby same.Key.Rule
                select (same.Key.criterion, new ProposedByCheck(
                    check.Report.Slug, same.Key.Rule, [.. same.Distinct(StringComparer.Ordinal)], version)));
        }

        return found.ToLookup(one => one.Criterion, one => one.By, StringComparer.Ordinal);
    }

    /// <summary>
    /// What residents read, or read on the day of the study. While they read none yet: what lies there for them.
    /// </summary>
    private async Task<(string Hash, int Number, bool IsPublished)?> StudiedAsync(
        int consultationId, DateOnly? studiedOn, CancellationToken cancellationToken)
    {
        var versions = catalogue.VersionsOf(consultationId);
        if (versions.Count > 0)
        {
            return versions.LastOrDefault(one => studiedOn is null || Amsterdam.DayOf(one.PublishedAt) <= studiedOn) is { } read
                ? (VersionHash.Of(read.Definition), read.Number, true)
                : null;
        }

        return catalogue.LifeOf(consultationId) is { } life
            && await copies.NewestAsync(consultationId, cancellationToken) is { } copy
            && DefinitionReader.Read(Encoding.UTF8.GetBytes(copy.Document)).Definition is { } definition
            ? (VersionHash.Of(definition with { Slug = life.Slug }), copy.Revision, false)
            : null;
    }
}
