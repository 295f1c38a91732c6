using System.Collections.Concurrent;
using Participatie.Load.Walking;

namespace Participatie.Load.Crashing;

/// <summary>
/// Residents who walk until they are told to stop, and try again when the server is gone. The receipts stay in this process.
/// </summary>
internal sealed class EndlessCrowd(Uri site, string slug)
{
    private readonly ConcurrentDictionary<int, Task> _underWay = new();
    private volatile bool _stopping;
    private TaskCompletionSource _handIn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _inFlight;
    private int _resident;
    private int _unthanked;

    /// <summary>After how long somebody presses the button again when no answer came.</summary>
    public TimeSpan TriesAgainAfter { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <inheritdoc cref="Browser.TriesAgainAfterFaults"/>
    public bool TriesAgainAfterFaults { get; init; }

    /// <summary>Called at the moment of the thanks, with the receipt.</summary>
    public Action<string> Thanked { get; init; } = _ => { };

    public ConcurrentBag<string> Receipts { get; } = [];

    /// <summary>Of each resident who had to try something again: what.</summary>
    public ConcurrentBag<IReadOnlyList<string>> Retries { get; } = [];

    public Timings Timings { get; } = new();

    /// <summary>Hand-ins that were sent and not thanked for yet.</summary>
    public int InFlight => Volatile.Read(ref _inFlight);

    /// <summary>Sent their answers and never were thanked: they may be in the database or not.</summary>
    public int Unthanked => Volatile.Read(ref _unthanked);

    /// <summary>Ends at the moment at which some resident sends the answers.</summary>
    public Task NextHandInAsync() => (_handIn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>Ends when every walk that is under way now has ended.</summary>
    public Task WalksUnderWayAsync() => Task.WhenAll(_underWay.Values);

    public void Stop() => _stopping = true;

    public async Task WalkAsync(int residents, CancellationToken cancellationToken)
    {
        using var client = Browser.NewClient();
        await Task.WhenAll(Enumerable.Range(0, residents).Select(async place =>
        {
            while (!_stopping)
            {
                await (_underWay[place] = OneAsync(client, cancellationToken));
            }
        }));
    }

    private async Task OneAsync(HttpClient client, CancellationToken cancellationToken)
    {
        var sent = false;
        var browser = new Browser(client, site, Interlocked.Increment(ref _resident), Timings)
        {
            TriesAgainAfter = TriesAgainAfter,
            TriesAgainAfterFaults = TriesAgainAfterFaults,
        };
        try
        {
            var receipt = await Walk.RunAsync(browser, slug, TimeSpan.Zero, Sending, cancellationToken);
            Receipts.Add(receipt);
            Thanked(receipt);
        }
        catch (Exception failure) when (
            failure is InvalidOperationException or HttpRequestException
                || (failure is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            Timings.Fail(failure.Message);
            _ = sent ? Interlocked.Increment(ref _unthanked) : 0;
        }
        finally
        {
            if (browser.Retries.Count > 0)
            {
                Retries.Add(browser.Retries);
            }

            if (sent)
            {
                Interlocked.Decrement(ref _inFlight);
            }
        }

        Task Sending(string address, IReadOnlyList<KeyValuePair<string, string>> fields, int refusals)
        {
            if (!sent && address.EndsWith("/controleren", StringComparison.Ordinal))
            {
                sent = true;
                Interlocked.Increment(ref _inFlight);
                _handIn.TrySetResult();
            }

            return Task.CompletedTask;
        }
    }
}
