using Microsoft.Extensions.Logging;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Definition;

/// <summary>
/// All published versions, held ready in memory: they never change, and every page needs one. Other instances publish too, so a
/// hosted service refreshes it now and then, and an unknown version is looked for at once. A consultation with a version that this
/// program does not understand is unavailable: shown by half, or counted by half, it would say something else than was asked.
/// </summary>
public sealed partial class Catalogue(Database database, ILogger<Catalogue> log) : IDisposable
{
    private readonly SemaphoreSlim _refreshing = new(1, 1);
    private CatalogueSnapshot _now = CatalogueSnapshot.Of([], []);

    /// <summary>The latest version of each consultation, in the order in which they were first published.</summary>
    public IReadOnlyList<PublishedVersion> All => _now.All;

    /// <summary>What this program does not understand.</summary>
    public IReadOnlyList<UnreadableVersion> Unreadable => _now.Unreadable;

    public PublishedVersion? Latest(string slug) => _now.BySlug.GetValueOrDefault(slug);

    /// <summary>Why a consultation that exists cannot be shown; null when there is none or it can.</summary>
    public UnreadableVersion? UnreadableOf(string slug) => _now.UnreadableBySlug.GetValueOrDefault(slug);

    /// <summary>The name of a consultation, whether it can be shown or not; null when there is none.</summary>
    public string? SlugOf(int consultationId) => All.FirstOrDefault(version => version.ConsultationId == consultationId)?.Definition.Slug
        ?? Unreadable.FirstOrDefault(version => version.ConsultationId == consultationId)?.Slug;

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
        var count = await database.ReadAsync("SELECT COUNT(*) FROM versions", row => row.GetInt64(0), cancellationToken);
        if (count[0] == known.Count + unreadable.Count)
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

        _now = CatalogueSnapshot.Of(read, notRead);
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

    [LoggerMessage(Level = LogLevel.Error, Message = "{Slug} is unavailable: this release does not understand version {Version} at '{At}'")]
    private partial void LogUnreadable(string slug, int version, string at);
}
