using System.Net;

namespace Participatie.Surveys.Codes;

/// <summary>
/// Slows down who types wrong codes: each answer to a wrong one takes a little longer, never more than a few seconds, and a right one is
/// answered at once. Nobody is locked out. Beside it, <see cref="CodeTries"/> bounds how many can be tried at all.
/// </summary>
public sealed class WrongCodes(TimeProvider clock) : IDisposable
{
    // Somebody who reads a code from paper may err a few times without noticing anything.
    private const int Free = 5;
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private readonly RememberedNetworks<Tries> _tries = new(clock);

    public async Task WaitAsync(IPAddress visitor, CancellationToken cancellationToken) =>
        await Task.Delay(CountAndSay(visitor), cancellationToken);

    /// <returns>How long the answer to this wrong code waits.</returns>
    public TimeSpan CountAndSay(IPAddress address)
    {
        var wait = Step * Math.Max(0, _tries.With(address, (tries, _) => ++tries.Wrong) - Free);
        return wait < Longest ? wait : Longest;
    }

    public void Dispose() => _tries.Dispose();

    private sealed class Tries
    {
        public int Wrong { get; set; }
    }
}
