using System.Globalization;
using System.Runtime.CompilerServices;

namespace Participatie.Surveys.Intake;

/// <summary>
/// A small file beside the database, not in it and not in its backup: what was withdrawn or deleted, so that a restored backup
/// forgets it again. One line each: milliseconds since 1970, what, and the receipt's hash or the consultation's number.
/// Each machine writes its own; a restore reads all that stand in the folder under names such as <c>forgotten-2.log</c>.
/// </summary>
public sealed class ForgottenLog(string file, TimeProvider clock) : IDisposable
{
    /// <summary>A line is written just before or just after its deed, so lines from a little before a backup may be missing in it.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromHours(1);

    private const string Receipt = "receipt";
    private const string Consultation = "consultation";
    private readonly SemaphoreSlim _one = new(1);

    public sealed record Entry(byte[]? ReceiptHash, int? ConsultationId);

    public bool Exists => Files.Length > 0;

    /// <summary>The backup whose forgetting is not done yet; null when there is none.</summary>
    public DateTimeOffset? Pending => File.Exists(PendingFile)
        ? DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(File.ReadAllText(PendingFile), NumberStyles.None, CultureInfo.InvariantCulture))
        : null;

    private string PendingFile => file + ".pending";

    private string[] Files => Directory.GetFiles(
        Path.GetDirectoryName(file)!, Path.GetFileNameWithoutExtension(file) + "*" + Path.GetExtension(file));

    /// <summary>From now on no start goes on before everything since that moment is forgotten again.</summary>
    public void Begin(DateTimeOffset since) => File.WriteAllText(PendingFile, since.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));

    public void Done() => File.Delete(PendingFile);

    /// <summary>Returns when the line is on disk.</summary>
    public Task AddAsync(byte[] receiptHash, CancellationToken cancellationToken) => AddAsync(Receipt, Convert.ToHexString(receiptHash), cancellationToken);

    /// <summary>All responses of a consultation were deleted because their time was over.</summary>
    public Task AddAsync(int consultationId, CancellationToken cancellationToken) =>
        AddAsync(Consultation, consultationId.ToString(CultureInfo.InvariantCulture), cancellationToken);

    /// <summary>What was forgotten since then. What an older database forgot is nothing to a newer one: its numbers begin at 1 again.</summary>
    public async IAsyncEnumerable<Entry> ReadAsync(DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var first = (since - Margin).ToUnixTimeMilliseconds();
        foreach (var log in Files)
        {
            await foreach (var line in File.ReadLinesAsync(log, cancellationToken))
            {
                // A line that a crash cut short had not been acknowledged to anybody.
                if (line.Split(' ') is not [var time, var what, var which] || !long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var at) || at < first)
                {
                    continue;
                }

                if (what == Receipt && which.Length == 64)
                {
                    yield return new Entry(Convert.FromHexString(which), null);
                }
                else if (what == Consultation && int.TryParse(which, CultureInfo.InvariantCulture, out var id))
                {
                    yield return new Entry(null, id);
                }
            }
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task AddAsync(string what, string which, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            await using var stream = new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
            var line = string.Create(CultureInfo.InvariantCulture, $"{clock.GetUtcNow().ToUnixTimeMilliseconds()} {what} {which}\n");
            // A line begun and never ended stays alone: the next one starts behind a line end of its own.
            await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(stream.Position == 0 ? line : "\n" + line), cancellationToken);
            stream.Flush(flushToDisk: true);
        }
        finally
        {
            _one.Release();
        }
    }
}
