using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
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
        // Raw statements: a command that reads a million responses in a second would wait as long for Entity Framework's model.
        var known = _now.ByNumber;
        var count = await database.ReadAsync("SELECT COUNT(*) FROM versions", row => row.GetInt64(0), cancellationToken);
        if (count[0] == known.Count)
        {
            return;
        }

        var stored = await database.ReadAsync(
            "SELECT consultation_id, number, document, published_at FROM versions ORDER BY consultation_id, number",
            row => new VersionEntry
            {
                ConsultationId = row.GetInt32(0),
                Number = row.GetInt32(1),
                Document = row.GetString(2),
                PublishedAt = row.GetInt64(3),
            },
            cancellationToken);
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
