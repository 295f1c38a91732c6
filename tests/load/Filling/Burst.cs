using Microsoft.Extensions.DependencyInjection;
using Participatie.Surveys.Analysis;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake;

namespace Participatie.Load.Filling;

/// <summary>Many hand-ins at once, and a worker beside them.</summary>
internal static class Burst
{
    /// <summary>As many as the writer puts into one transaction.</summary>
    private const int AtATime = 256;

    public static async Task HandInAsync(
        IServiceProvider rooms, PublishedVersion version, int count, int seed, CancellationToken cancellationToken)
    {
        var drafts = rooms.GetRequiredService<Drafts>();
        var handIn = rooms.GetRequiredService<HandInAnswers>();
        var left = count;
        await Task.WhenAll(Enumerable.Range(0, AtATime).Select(async resident =>
        {
            var random = new RandomAnswers(seed + (resident * 7919));
            await Task.Yield();
            while (Interlocked.Decrement(ref left) >= 0)
            {
                var (token, draft) = await drafts.StartAsync(random.Draft(version), cancellationToken);
                if (await handIn.StoreAsync(token, draft, cancellationToken) is not HandInResult.Received and var result)
                {
                    throw new InvalidOperationException($"Handing in gave {result}.");
                }
            }
        }));
    }

    /// <summary>Counts until nothing is left after the end was signalled.</summary>
    public static async Task CountAsync(IServiceProvider rooms, CancellationToken ended)
    {
        await Task.Yield();
        var count = rooms.GetRequiredService<CountResponses>();
        while (true)
        {
            var last = ended.IsCancellationRequested;
            if (await count.CountBatchAsync(CancellationToken.None) == 0)
            {
                if (last)
                {
                    return;
                }

                await Task.Delay(5, CancellationToken.None);
            }
        }
    }
}
