using System.Threading.Channels;

namespace Participatie.Surveys.Intake.Queue;

/// <summary>Wakes the worker of this process when something was put in the queue, so that it does not have to ask all the time.</summary>
public sealed class QueueSignal
{
    private readonly Channel<bool> _set = System.Threading.Channels.Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Set() => _set.Writer.TryWrite(true);

    /// <summary>Returns when it was set, or after that time: other processes put in messages too.</summary>
    public async Task WaitAsync(TimeSpan most, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(most, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await _set.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Nobody set it; look all the same.
        }
    }
}
