using System.Threading.Channels;
using Amqp;

namespace Participatie.Broker;

/// <summary>
/// Does one thing after the other. The listener calls from many threads and under locks of its own; nothing is decided there.
/// </summary>
internal sealed class WorkLoop : IAsyncDisposable
{
    private readonly Channel<Action> _work = Channel.CreateUnbounded<Action>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Task _running;

    public WorkLoop() => _running = RunAsync();

    public void Post(Action work) => _work.Writer.TryWrite(work);

    public Task<T> AskAsync<T>(Func<T> question)
    {
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(() =>
        {
            try
            {
                answer.SetResult(question());
            }
#pragma warning disable CA1031 // Whoever asks gets it.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                answer.SetException(fault);
            }
        });
        return answer.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _work.Writer.TryComplete();
        await _running;
    }

    private async Task RunAsync()
    {
        await foreach (var work in _work.Reader.ReadAllAsync())
        {
            try
            {
                work();
            }
            catch (Exception gone) when (gone is AmqpException or ObjectDisposedException or InvalidOperationException or IOException)
            {
                // The link or its connection ended meanwhile; what was on it keeps its lock.
            }
        }
    }
}
