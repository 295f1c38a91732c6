using Microsoft.Extensions.Logging;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Definition;

/// <summary>
/// All published versions and the life of every consultation, held ready in memory: every page needs one of each. Other processes publish
/// too, so it is refreshed when they announce it and every few seconds, and an unknown version is looked for at once. A consultation with a
/// version that this program does not understand is unavailable: shown by half, or counted by half, it would say something else than was
/// asked.
/// </summary>
public sealed partial class Catalogue(Database database, ILogger<Catalogue> log) : IDisposable
{
    private readonly SemaphoreSlim _refreshing = new(1, 1);
    private CatalogueSnapshot _now = CatalogueSnapshot.Of([], [], []);
    private StoredCounts _counts = new(0, 0, 0, 0);

    /// <summary>The latest version of each consultation, in the order in which they were first published.</summary>
    public IReadOnlyList<PublishedVersion> All => _now.All;

    /// <summary>Where each consultation stands, concepts too, in the order in which they began.</summary>
    public IReadOnlyList<ConsultationLife> Lives => _now.Lives;

    /// <summary>What this program does not understand.</summary>
    public IReadOnlyList<UnreadableVersion> Unreadable => _now.Unreadable;

    public PublishedVersion? Latest(string slug) => _now.BySlug.GetValueOrDefault(slug);

    /// <summary>Why a consultation that exists cannot be shown; null when there is none or it can.</summary>
    public UnreadableVersion? UnreadableOf(string slug) => _now.UnreadableBySlug.GetValueOrDefault(slug);

    /// <summary>The name of a consultation, whether it can be shown or not; null when there is none.</summary>
    public string? SlugOf(int consultationId) => All.FirstOrDefault(version => version.ConsultationId == consultationId)?.Definition.Slug
        ?? Unreadable.FirstOrDefault(version => version.ConsultationId == consultationId)?.Slug;

    /// <summary>Where a consultation stands and how it got there; null when there is none.</summary>
    public ConsultationLife? LifeOf(int consultationId) => _now.LifeById.GetValueOrDefault(consultationId);

    /// <summary>
    /// The life of what residents know; one without events for what was removed a moment ago, while somebody was looking.
    /// </summary>
    public ConsultationLife LifeOf(PublishedVersion version) => LifeOf(version.ConsultationId)
        ?? ConsultationLife.Of(version.ConsultationId, version.Definition.Slug, isTrial: true, []);

    /// <summary>Whether a consultation takes answers at a moment.</summary>
    public OpenState StateOf(PublishedVersion latest, DateTimeOffset now) => Opening.Of(LifeOf(latest), latest, now);

    /// <summary>The last day for answers, whatever was promised.</summary>
    public DateOnly ClosesOn(PublishedVersion latest) => LifeOf(latest).ClosesOn(latest);

    /// <summary>The latest version, for whoever asked for it by name.</summary>
    /// <exception cref="InvalidOperationException">There is no such consultation, or it cannot be shown.</exception>
    public PublishedVersion Demand(string slug) => Latest(slug) ?? throw (UnreadableOf(slug) is { } unreadable
        ? new UnreadableVersionException(unreadable)
        : new InvalidOperationException($"There is no consultation '{slug}'."));

    /// <exception cref="UnreadableVersionException">There is one, and this program does not understand it.</exception>
    public PublishedVersion? Version(int consultationId, int number)
    {
        var now = _now;
        return now.ByNumber.GetValueOrDefault((consultationId, number))
            ?? (now.Unreadable.FirstOrDefault(version => version.ConsultationId == consultationId
                && version.Number == number) is { } unreadable
                ? throw new UnreadableVersionException(unreadable)
                : null);
    }

    /// <summary>Every version of a consultation, oldest first.</summary>
    public IReadOnlyList<PublishedVersion> VersionsOf(int consultationId) =>
        [.. _now.ByNumber.Values.Where(version => version.ConsultationId == consultationId).OrderBy(version => version.Number)];

    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        // One at a time: of two that overlap, the one that looked first could be the last to put its view in place.
        await _refreshing.WaitAsync(cancellationToken);
        try
        {
            await ReadNewAsync(cancellationToken);
        }
        finally
        {
            _refreshing.Release();
        }
    }

    public void Dispose() => _refreshing.Dispose();

    private async Task ReadNewAsync(CancellationToken cancellationToken)
    {
        // Raw statements: a command that reads a million responses in a second would wait as long for Entity Framework's model.
        var (known, unreadable) = (_now.ByNumber, _now.Unreadable);
        var counts = await database.ReadAsync(
            """
            SELECT (SELECT COUNT(*) FROM consultations), (SELECT COUNT(*) FROM versions), (SELECT COUNT(*) FROM life_events),
                (SELECT CAST(COALESCE(SUM(at), 0) AS bigint) FROM life_events)
            """,
            row => new StoredCounts(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3)),
            cancellationToken);
        if (counts[0] == _counts)
        {
            return;
        }

        var stored = await database.ReadAsync(
            """
            SELECT consultation_id, number, document, published_at, slug FROM versions JOIN consultations ON id = consultation_id
            ORDER BY consultation_id, number
            """,
            row => (Entry: new VersionEntry
            {
                ConsultationId = row.GetInt32(0),
                Number = row.GetInt32(1),
                Document = row.GetString(2),
                PublishedAt = row.GetInt64(3),
            }, Slug: row.GetString(4)),
            cancellationToken);
        var read = new List<PublishedVersion>(stored.Count);
        var notRead = new List<UnreadableVersion>(unreadable);
        foreach (var (entry, slug)
            in stored.Where(
                version =>
                    !unreadable.Any(bad => bad.ConsultationId == version.Entry.ConsultationId && bad.Number == version.Entry.Number)))
        {
            if (known.GetValueOrDefault((entry.ConsultationId, entry.Number)) is { } before)
            {
                read.Add(before);
                continue;
            }

            var (definition, at) = Read(entry.Document);
            if (definition is not null)
            {
                read.Add(
                    new PublishedVersion(
                        entry.ConsultationId, entry.Number, definition, DateTimeOffset.FromUnixTimeMilliseconds(entry.PublishedAt)));
                continue;
            }

            LogUnreadable(slug, entry.Number, at);
            notRead.Add(new UnreadableVersion(entry.ConsultationId, entry.Number, slug, at));
        }

        // After the versions: each came in one transaction with its event, so none is without.
        _now = CatalogueSnapshot.Of(read, notRead, await ReadLivesAsync(cancellationToken));
        // As they were before: what came meanwhile is looked at once more.
        _counts = counts[0];
    }

    private async Task<IReadOnlyList<ConsultationLife>> ReadLivesAsync(CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            """
            SELECT id, slug, is_trial, number, at, who, step, day, version, revision, reason, answers, sign_off
            FROM consultations JOIN life_events ON consultation_id = id ORDER BY id, number
            """,
            row => (Id: row.GetInt32(0), Slug: row.GetString(1), IsTrial: row.GetBoolean(2), Event: new LifeEventEntry
            {
                ConsultationId = row.GetInt32(0),
                Number = row.GetInt32(3),
                At = row.GetInt64(4),
                Who = row.GetString(5),
                Step = row.GetInt16(6),
                Day = row.IsDBNull(7) ? null : row.GetInt32(7),
                Version = row.IsDBNull(8) ? null : row.GetInt32(8),
                Revision = row.IsDBNull(9) ? null : row.GetInt32(9),
                Reason = row.GetString(10),
                Answers = row.IsDBNull(11) ? null : row.GetInt16(11),
                SignOff = row.IsDBNull(12) ? null : row.GetInt16(12),
            }.Event),
            cancellationToken);
        return
        [
            .. rows.GroupBy(row => (row.Id, row.Slug, row.IsTrial))
                .Select(group => ConsultationLife.Of(group.Key.Id, group.Key.Slug, group.Key.IsTrial, group.Select(row => row.Event))),
        ];
    }

    private static (Consultation? Definition, string At) Read(string document)
    {
        try
        {
            var (definition, unreadable) = DefinitionReader.ReadStored(document);
            return (definition, unreadable?.At ?? "");
        }
#pragma warning disable CA1031 // Whatever it is: one document that nobody foresaw must not keep the others from being shown.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return (null, fault.GetType().Name);
        }
    }

    /// <summary>
    /// Tells whether anything came or went since the last look. All moments together, not the last one: the clock of who wrote that one may
    /// have been ahead.
    /// </summary>
    private sealed record StoredCounts(long Consultations, long Versions, long Events, long Moments);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Slug} is unavailable: this release does not understand version {Version} at '{At}'")]
    private partial void LogUnreadable(string slug, int version, string at);
}
