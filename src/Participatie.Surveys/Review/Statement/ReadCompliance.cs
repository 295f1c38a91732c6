using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Review.Criteria;
using Participatie.Surveys.Review.Studies;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Review.Statement;

/// <summary>How accessible the site is by the rules of the law, as everybody may know it now.</summary>
/// <param name="InForce">The statement that was signed last; null when nobody signed one.</param>
/// <param name="Latest">As it stands on the desk: what the register has is a fact, and needs no signature.</param>
/// <param name="Study">The newest complete study that was published; null without one.</param>
/// <param name="Compliance">The status of this site.</param>
/// <param name="PlannedOn">The day of the next study.</param>
public sealed record ComplianceNow(
    StatementRevision? InForce, StatementRevision? Latest, StudyRevision? Study, Compliance Compliance, DateOnly? PlannedOn)
{
    /// <summary>What the register says: without a statement in it the law counts E.</summary>
    public ComplianceStatus InRegister => Latest?.Text is { RegisterLink.Length: > 0, RegisterStatus: { } status } ? status : ComplianceStatus.E;
}

/// <summary>Reads the statement, and the status that follows from it and from the studies.</summary>
public sealed class ReadCompliance(Database database, TimeProvider clock)
{
    /// <param name="plannedOn">Of the next study as the operator set it: counts while nobody signed a statement.</param>
    /// <param name="cancellationToken">Of the request.</param>
    public async Task<ComplianceNow> NowAsync(DateOnly? plannedOn, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        var signed = await SignedAsync(context, cancellationToken);
        var study = await StudyAsync(context, cancellationToken);
        var planned = signed is null ? plannedOn : signed.Text.PlannedOn;
        return new ComplianceNow(signed, await LatestAsync(context, cancellationToken), study, Of(signed?.Text, study?.Study, planned), planned);
    }

    /// <returns>As it stands, signed or not; null before the first.</returns>
    public async Task<StatementRevision?> LatestAsync(CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        return await LatestAsync(context, cancellationToken);
    }

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<StatementLine>> HistoryAsync(CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        var rows = await context.Statements.AsNoTracking().OrderByDescending(entry => entry.Revision)
            .Select(entry => new { entry.Revision, entry.State, entry.At, entry.Who }).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => new StatementLine(
            row.Revision, (StatementState)row.State, DateTimeOffset.FromUnixTimeMilliseconds(row.At), row.Who));
    }

    /// <summary>
    /// By the rules. The page of this site is a statement itself, so here there always is one; whether the register has it is another
    /// question.
    /// </summary>
    /// <param name="text">The statement; null when nobody signed one.</param>
    /// <param name="study">The newest complete study that was published; null without one.</param>
    /// <param name="plannedOn">The day of the next study where the statement does not say it.</param>
    internal Compliance Of(StatementText? text, Study? study, DateOnly? plannedOn) => Compliance.Of(
        new ComplianceFacts(
            HasStatement: true,
            study is { On: { } day } ? new CompleteStudy(day, study.Score == SuccessCriteria.OfLaw.Count, text?.Describes(study) == true) : null,
            text?.PlannedOn ?? plannedOn,
            text is { Claimed: ComplianceStatus.C } ? text.ClaimedSince : null),
        Amsterdam.DayOf(clock.GetUtcNow()));

    private static async Task<StatementRevision?> LatestAsync(ParticipatieDb context, CancellationToken cancellationToken) =>
        await context.Statements.AsNoTracking().OrderByDescending(entry => entry.Revision).FirstOrDefaultAsync(cancellationToken)
            is { } entry ? StatementRevision.Of(entry) : null;

    internal static async Task<StatementRevision?> SignedAsync(ParticipatieDb context, CancellationToken cancellationToken) =>
        await context.Statements.AsNoTracking().Where(entry => entry.State == (short)StatementState.InForce)
            .OrderByDescending(entry => entry.Revision).FirstOrDefaultAsync(cancellationToken) is { } entry
            ? StatementRevision.Of(entry)
            : null;

    internal static async Task<StudyRevision?> StudyAsync(ParticipatieDb context, CancellationToken cancellationToken) =>
        (await ReadStudies.NewestAsync(context, onlyPublic: true, cancellationToken))
            .Where(one => one.Study is { IsComplete: true, On: not null }).MaxBy(one => one.Study.On);
}
