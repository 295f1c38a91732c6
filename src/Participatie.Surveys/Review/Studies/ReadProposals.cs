using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Review.Checks;
using Participatie.Surveys.Review.Criteria;
using Participatie.Surveys.Review.Findings;
using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Review.Studies;

/// <summary>
/// Reads what findings that are not closed, and the newest check of each consultation, say about criteria. Trials say nothing.
/// </summary>
public sealed class ReadProposals(Database database, ReadChecks checks)
{
    /// <returns>By W3C's short name of the criterion.</returns>
    public async Task<IReadOnlyDictionary<string, Proposal>> NowAsync(CancellationToken cancellationToken)
    {
        var findings = await FindingsAsync(cancellationToken);
        var faults = await FaultsAsync(cancellationToken);
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

    private async Task<ILookup<string, ProposedByCheck>> FaultsAsync(CancellationToken cancellationToken) =>
        (from check in await checks.NewestOfEachAsync(cancellationToken)
         from page in check.Report.Pages
         from result in page.Found
         from criterion in result.Criteria
         group page.Page by (check.Report.Slug, result.Rule, criterion) into same
         orderby same.Key.Rule, same.Key.Slug
         select (same.Key.criterion, By: new ProposedByCheck(same.Key.Slug, same.Key.Rule, [.. same.Distinct(StringComparer.Ordinal)])))
        .ToLookup(one => one.criterion, one => one.By, StringComparer.Ordinal);
}
