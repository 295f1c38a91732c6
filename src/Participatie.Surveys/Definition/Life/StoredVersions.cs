using System.Text;
using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Definition.Life;

/// <summary>The versions of a consultation inside a transaction, whose lock is held.</summary>
internal static class StoredVersions
{
    /// <returns>The number of the new version.</returns>
    public static async ValueTask<int> AddAsync(WriteScope scope, int consultationId, Consultation definition, DateTimeOffset now)
    {
        var versions = scope.Context.Versions.Where(version => version.ConsultationId == consultationId);
        var number = 1 + (await versions.MaxAsync(version => (int?)version.Number) ?? 0);
        scope.Context.Versions.Add(new VersionEntry
        {
            ConsultationId = consultationId,
            Number = number,
            Document = Encoding.UTF8.GetString(DefinitionWriter.Write(definition)),
            PublishedAt = now.ToUnixTimeMilliseconds(),
        });
        await scope.Context.SaveChangesAsync();
        return number;
    }

    /// <summary>Oldest first.</summary>
    /// <exception cref="LifeException">This program does not understand one of them.</exception>
    public static async ValueTask<IReadOnlyList<PublishedVersion>> ListAsync(WriteScope scope, int consultationId)
    {
        var rows = await scope.Context.Versions.AsNoTracking().Where(version => version.ConsultationId == consultationId)
            .OrderBy(version => version.Number).ToListAsync();
        return rows.ConvertAll(row => new PublishedVersion(
            consultationId,
            row.Number,
            DefinitionReader.ReadStored(row.Document).Definition ?? throw new LifeException(LifeRefusal.HasProblems, [NotUnderstood]),
            DateTimeOffset.FromUnixTimeMilliseconds(row.PublishedAt)));
    }

    private static Problem NotUnderstood =>
        new("/slug", "Een versie van deze vragen kan dit programma niet lezen. Gebruik het programma dat haar maakte.");
}
