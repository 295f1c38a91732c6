using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Definition;

/// <summary>
/// All published versions, held ready in memory: they never change, and every page needs one. Other instances publish too, so a
/// hosted service refreshes it now and then, and an unknown version is looked for at once.
/// </summary>
public sealed class Catalogue(Database database)
{
    private Snapshot _now = Snapshot.Of([]);

    /// <summary>The latest version of each consultation, in the order in which they were first published.</summary>
    public IReadOnlyList<PublishedVersion> All => _now.All;

    public PublishedVersion? Latest(string slug) => _now.BySlug.GetValueOrDefault(slug);

    public PublishedVersion? Version(int consultationId, int number) => _now.ByNumber.GetValueOrDefault((consultationId, number));

    /// <summary>Every version of a consultation, oldest first.</summary>
    public IReadOnlyList<PublishedVersion> VersionsOf(int consultationId) =>
        [.. _now.ByNumber.Values.Where(version => version.ConsultationId == consultationId).OrderBy(version => version.Number)];

    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        var known = _now.ByNumber;
        var keys = await context.Versions.AsNoTracking()
            .Select(version => new { version.ConsultationId, version.Number })
            .ToListAsync(cancellationToken);
        if (keys.Count == known.Count)
        {
            return;
        }

        var stored = await context.Versions.AsNoTracking()
            .OrderBy(version => version.ConsultationId).ThenBy(version => version.Number)
            .ToListAsync(cancellationToken);
        _now = Snapshot.Of(stored.Select(version => known.GetValueOrDefault((version.ConsultationId, version.Number)) ?? Read(version)));
    }

    private static PublishedVersion Read(VersionEntry entry)
    {
        var (definition, problems) = DefinitionReader.Read(Encoding.UTF8.GetBytes(entry.Document));
        return definition is null
            ? throw new InvalidDataException($"Version {entry.Number} of consultation {entry.ConsultationId} cannot be read: {problems[0].At} {problems[0].Message}")
            : new PublishedVersion(entry.ConsultationId, entry.Number, definition, DateTimeOffset.FromUnixTimeMilliseconds(entry.PublishedAt));
    }

    private sealed record Snapshot(
        ImmutableArray<PublishedVersion> All,
        FrozenDictionary<string, PublishedVersion> BySlug,
        FrozenDictionary<(int ConsultationId, int Number), PublishedVersion> ByNumber)
    {
        public static Snapshot Of(IEnumerable<PublishedVersion> versions)
        {
            var all = versions.ToList();
            var latest = all.GroupBy(version => version.ConsultationId).Select(group => group.MaxBy(version => version.Number)!).ToImmutableArray();
            return new Snapshot(
                latest,
                latest.ToFrozenDictionary(version => version.Definition.Slug, StringComparer.Ordinal),
                all.ToFrozenDictionary(version => (version.ConsultationId, version.Number)));
        }
    }
}
