using System.Globalization;
using Participatie.Surveys.Storage;

namespace Participatie.Web.Access;

/// <summary>
/// What staff did, and who tried to sign in. Each line has a keyed hash of itself and of the line before: whoever owns the database cannot
/// change one unseen. It goes to the system log as well, so that the end cannot be cut off unseen either.
/// </summary>
public sealed partial class AuditLog(GroupedWriter writer, AccessKey key, TimeProvider clock, ILogger<AuditLog> log)
{
    /// <summary>Any number will do, as long as every instance uses the same.</summary>
    private const long PostgresLock = 0x41756469;

    /// <summary>Before the first line.</summary>
    internal static readonly byte[] Beginning = [];

    /// <summary>A line about something that changes nothing else.</summary>
    public async Task WriteAsync(AuditNote note, CancellationToken cancellationToken) =>
        Say([await writer.WriteAsync(async scope => await AppendAsync(scope, note), cancellationToken)]);

    /// <summary>In the transaction of the change itself; <see cref="Say"/> it when that is committed.</summary>
    public async ValueTask<AuditEntry> AppendAsync(WriteScope scope, AuditNote note)
    {
        // One line follows another, also of other instances.
        if (!scope.IsSqlite)
            await scope.ExecuteAsync("SELECT pg_advisory_xact_lock(@lock)", ("@lock", PostgresLock));
        var (number, before) = (0L, Beginning);
        await using (var last = await scope.QueryAsync("SELECT number, chain FROM audit_log ORDER BY number DESC LIMIT 1"))
        {
            if (await last.ReadAsync())
                (number, before) = (last.GetInt64(0), last.GetFieldValue<byte[]>(1));
        }

        var entry = new AuditEntry
        {
            Number = number + 1,
            At = clock.GetUtcNow().ToUnixTimeMilliseconds(),
            Who = note.Who,
            Network = note.Network,
            Action = note.Action,
            Subject = note.Subject,
            Result = note.Result,
            Before = note.Before,
            After = note.After,
            KeyNumber = key.Number,
            Chain = [],
        };
        var chain = key.Chain(before, LineOf(entry), key.Number)!;
        await scope.ExecuteAsync(
            """
            INSERT INTO audit_log (number, at, who, network, action, subject, result, before, after, key_number, chain)
            VALUES (@number, @at, @who, @network, @action, @subject, @result, @before, @after, @key, @chain)
            """,
            ("@number", entry.Number), ("@at", entry.At), ("@who", entry.Who), ("@network", entry.Network), ("@action", entry.Action),
            ("@subject", entry.Subject),
            ("@result", entry.Result),
            ("@before", entry.Before),
            ("@after", entry.After),
            ("@key", entry.KeyNumber),
            ("@chain", chain));
        return entry;
    }

    /// <summary>To the system log, once it is committed.</summary>
    public void Say(IEnumerable<AuditEntry> entries)
    {
        foreach (var entry in entries)
            LogEntry(entry.Number, entry.Who, entry.Network, entry.Action, entry.Subject, entry.Result, entry.Before, entry.After);
    }

    /// <summary>All that the hash is about. Each part with its length, so that no two lines read as the same.</summary>
    internal static string LineOf(AuditEntry entry) => string.Concat(
        new[]
        {
            entry.Number.ToString(CultureInfo.InvariantCulture),
            entry.At.ToString(CultureInfo.InvariantCulture),
            entry.Who,
            entry.Network,
            entry.Action,
            entry.Subject, entry.Result, entry.Before, entry.After,
        }.Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Length}:{part}")));

    [LoggerMessage(Level = LogLevel.Information, Message = "Audit {Number}: {Who} from {Network}: {Action} {Subject}: {Result}; before: "
        + "{Before}; after: {After}")]
    private partial void LogEntry(
        long number, string who, string network, string action, string subject, string result, string before, string after);
}
