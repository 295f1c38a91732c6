using System.Text;
using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Review.Checks;

/// <summary>Takes a check in: only of what lies there now, or of what residents answer.</summary>
public sealed class ImportCheck(TimeProvider clock)
{
    /// <returns>The number of the check.</returns>
    /// <exception cref="CheckException">It is about something else.</exception>
    /// <exception cref="LifeException">There is no such consultation.</exception>
    public async ValueTask<int> ImportAsync(WriteScope scope, int consultationId, CheckReport report, string who)
    {
        var life = await LifeRecord.ReadAsync(scope, consultationId);
        if (report.Slug != life.Slug)
            throw new CheckException(CheckRefusal.OtherConsultation);
        if (!await IsOfNowAsync(scope, life, report.Version))
            throw new CheckException(CheckRefusal.OtherVersion);
        var number = 1 + (await scope.Context.Checks.Where(entry => entry.ConsultationId == consultationId)
            .MaxAsync(entry => (int?)entry.Number) ?? 0);
        scope.Context.Checks.Add(new CheckEntry
        {
            ConsultationId = consultationId,
            Number = number,
            Hash = report.Version,
            Document = CheckReportFile.WriteStored(report),
            At = clock.GetUtcNow().ToUnixTimeMilliseconds(),
            Who = who,
        });
        await scope.Context.SaveChangesAsync();
        return number;
    }

    private static async ValueTask<bool> IsOfNowAsync(WriteScope scope, ConsultationLife life, string hash)
    {
        var newest = await scope.Context.WorkingCopies.AsNoTracking().Where(copy => copy.ConsultationId == life.ConsultationId)
            .OrderByDescending(copy => copy.Revision).Select(copy => copy.Document).FirstOrDefaultAsync();
        if (newest is not null
            && DefinitionReader.Read(Encoding.UTF8.GetBytes(newest)).Definition is { } copy
            && VersionHash.Of(copy with { Slug = life.Slug }) == hash)
            return true;
        return await StoredVersions.ListAsync(scope, life.ConsultationId) is [.., var open] && VersionHash.Of(open.Definition) == hash;
    }
}
