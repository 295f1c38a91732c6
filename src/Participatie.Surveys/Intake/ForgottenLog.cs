using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Intake;

/// <summary>
/// The copy of the forgotten entries outside the database and its backup: small files in the data folder, one line each entry. Each process
/// writes a file of its own, named after the machine and the moment of its start, because two that write one file overwrite each other's
/// lines. A restore reads all that stand in the folder, also the <c>forgotten.log</c> of before and copies under names such as
/// <c>forgotten-2.log</c>.
/// </summary>
public sealed class ForgottenLog(string folder, TimeProvider clock)
{
    /// <summary>
    /// An entry names its hour, and its line may be written just before its deed: lines from a little before a backup may be missing in it.
    /// </summary>
    private static readonly TimeSpan Margin = TimeSpan.FromHours(2);

    private readonly string _own = Path.Combine(folder, NewName(clock.GetUtcNow()));
    private readonly Lock _one = new();
    private bool _isBegun;

    public bool Exists => Files.Any();

    /// <summary>The backup whose forgetting is not done yet; null when there is none.</summary>
    public DateTimeOffset? Pending => File.Exists(PendingFile)
        ? DateTimeOffset.FromUnixTimeMilliseconds(
            long.Parse(File.ReadAllText(PendingFile), NumberStyles.None, CultureInfo.InvariantCulture))
        : null;

    private string PendingFile => Path.Combine(folder, "forgotten.log.pending");

    private IEnumerable<string> Files => Directory.EnumerateFiles(folder, "forgotten*.log");

    /// <summary>From now on no start goes on before everything since that moment is forgotten again.</summary>
    public void Begin(DateTimeOffset since)
    {
        using var pending = PrivateFile.Create(PendingFile);
        pending.Write(Encoding.ASCII.GetBytes(since.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)));
        pending.Flush(flushToDisk: true);
    }

    public void Done() => File.Delete(PendingFile);

    /// <summary>Returns when the lines are on disk.</summary>
    public void Add(params IReadOnlyList<ForgottenEntry> entries)
    {
        var lines = new StringBuilder();
        foreach (var entry in entries)
        {
            // A line begun and never ended stays alone: the next one starts behind a line end of its own.
            lines.Append('\n').Append(entry).Append('\n');
        }

        lock (_one)
        {
            using var file = PrivateFile.Create(_own, _isBegun ? FileMode.Append : FileMode.CreateNew, FileShare.Read);
            _isBegun = true;
            file.Write(Encoding.ASCII.GetBytes(lines.ToString()));
            file.Flush(flushToDisk: true);
        }
    }

    /// <summary>
    /// What was forgotten since then. What an older database forgot is nothing to a newer one: its numbers begin at 1 again.
    /// </summary>
    public async IAsyncEnumerable<ForgottenEntry> ReadAsync(
        DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var first = (since - Margin).ToUnixTimeMilliseconds();
        foreach (var log in Files)
        {
            // Its own process may be writing on.
            using var lines = new StreamReader(new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite), Encoding.ASCII);
            while (await lines.ReadLineAsync(cancellationToken) is { } line)
            {
                if (ForgottenEntry.Parse(line) is { } entry && entry.At >= first)
                {
                    yield return entry;
                }
            }
        }
    }

    private static string NewName(DateTimeOffset now)
    {
        var machine = string.Concat(Environment.MachineName.Where(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '.'));
        // The random end: containers share a name, and two processes can start in the same millisecond.
        return string.Create(
            CultureInfo.InvariantCulture,
            $"forgotten-{machine}-{now.UtcDateTime:yyyyMMdd'T'HHmmssfff}-{Guid.NewGuid().ToString("N")[..8]}.log");
    }
}
