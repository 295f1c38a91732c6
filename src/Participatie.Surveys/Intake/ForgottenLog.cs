using System.Globalization;
using System.Runtime.CompilerServices;

namespace Participatie.Surveys.Intake;

/// <summary>
/// A small file beside the database, not in it and not in its backup: what was withdrawn or deleted, so that a restored backup
/// forgets it again. One line each: milliseconds since 1970, what, and the receipt's hash or the consultation's number.
/// </summary>
public sealed class ForgottenLog(string file, TimeProvider clock) : IDisposable
{
    private const string Receipt = "receipt";
    private const string Consultation = "consultation";
    private readonly SemaphoreSlim _one = new(1);

    public sealed record Entry(byte[]? ReceiptHash, int? ConsultationId);

    /// <summary>Returns when the line is on disk.</summary>
    public Task AddAsync(byte[] receiptHash, CancellationToken cancellationToken) => AddAsync(Receipt, Convert.ToHexString(receiptHash), cancellationToken);

    /// <summary>All responses of a consultation were deleted because their time was over.</summary>
    public Task AddAsync(int consultationId, CancellationToken cancellationToken) =>
        AddAsync(Consultation, consultationId.ToString(CultureInfo.InvariantCulture), cancellationToken);

    public async IAsyncEnumerable<Entry> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            yield break;
        }

        await foreach (var line in File.ReadLinesAsync(file, cancellationToken))
        {
            // A line that a crash cut short had not been acknowledged to anybody.
            switch (line.Split(' '))
            {
                case [_, Receipt, { Length: 64 } hash]:
                    yield return new Entry(Convert.FromHexString(hash), null);
                    break;
                case [_, Consultation, var number] when int.TryParse(number, CultureInfo.InvariantCulture, out var id):
                    yield return new Entry(null, id);
                    break;
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
