using System.Net;
using Microsoft.Extensions.Logging;

namespace Participatie.Surveys.Codes;

/// <summary>
/// The brake on guessing codes. A try takes from the bucket of its network, and gives back what it took when the code was right: a hall
/// full of people with letters is not held up. When more codes over the whole site are wrong than people can type, each try takes more and
/// every form that asks for a code answers a moment later, for right and wrong codes alike. Nobody is locked out: a bucket fills again by
/// itself.
/// </summary>
/// <remarks>
/// The reckoning, for a million receipts among 10^15 numbers (10^-9 a try), 100,000 letters among 10^11 (10^-6), and a thousand resume
/// codes among 10^11 that live two weeks (10^-8). Only well-formed codes count, so a typing error, which the check digit finds, never does.
///
/// Below the brake: 60 a minute over the site, 32 million a year: 0.03 receipts, 32 letters (4 in a consultation of six weeks), 0.3 resume
/// codes. 1,000 addresses: a try takes 6, so one a minute each, which is above 600 a minute; then it takes 30 and they come to 200 a
/// minute. Measured over the minutes in which they begin again: CodeTriesTests, which holds it below one receipt a year (a third), so some
/// 300 letters (40 in six weeks) and 3 resume codes. Several machines share their buckets, so it stays the same. A whole /48: 60 a minute
/// of its own bucket, as below the brake.
/// 5,000 addresses: 1,000 a minute, 0.5 receipts.
/// Staff see it long before a year is over: the health of the site is degraded.
/// </remarks>
public sealed partial class CodeTries(WrongCodeCount site, GuessingBuckets buckets, TimeProvider clock, ILogger<CodeTries> log)
{
    /// <summary>More wrong codes a minute than people type: a mailing of 30,000 letters brings a few an hour.</summary>
    public const int BrakeAbove = 60;

    // A class of 30 that types the code of another letter twice, then one in ten seconds.
    private static readonly BucketSize ForVisitor = new(60, TimeSpan.FromSeconds(10));

    // Ten times that at once: the phones of a whole mobile network may share one.
    private static readonly BucketSize ForSite = new(600, TimeSpan.FromSeconds(1));

    private static readonly BrakeStep[] Steps =
    [
        new(Above: 600, Price: 30, Wait: TimeSpan.FromSeconds(3)),
        new(Above: BrakeAbove, Price: 6, Wait: TimeSpan.FromSeconds(1)),
        new(Above: -1, Price: 1, Wait: TimeSpan.Zero),
    ];

    private readonly INetworkBuckets _buckets = buckets.Of("codes", ForVisitor, ForSite);
    private bool _isBraking;

    /// <summary>Looks a code up, if its network may try one now.</summary>
    /// <param name="visitor">As <see cref="NetworkAddress.VisitorOf"/> gives it.</param>
    /// <param name="lookUp">Null when nobody has it.</param>
    public async Task<CodeTry<T>> LookUpAsync<T>(IPAddress visitor, Func<Task<T?>> lookUp, CancellationToken cancellationToken)
        where T : class
    {
        var step = StepOf(await site.PerMinuteAsync());
        // Before it takes anything: others of this network are not held up meanwhile.
        await Task.Delay(step.Wait, clock, cancellationToken);
        var wait = await TakeAsync(visitor, step, cancellationToken);
        if (wait > TimeSpan.Zero)
            return new CodeTry<T>(Found: null, wait);
        var found = await lookUp();
        if (found is null)
            site.Add();
        else
            await _buckets.GiveBackAsync(visitor, step.Price, CancellationToken.None);
        return new CodeTry<T>(found, TimeSpan.Zero);
    }

    /// <summary>What could not be a code tells nobody anything, and is bounded by its network alone.</summary>
    public ValueTask<TimeSpan> TakeForNothingAsync(IPAddress visitor, CancellationToken cancellationToken) =>
        TakeAsync(visitor, StepOf(0), cancellationToken);

    internal BrakeStep StepOf(int wrongPerMinute)
    {
        var step = Steps.First(step => wrongPerMinute > step.Above);
        if (wrongPerMinute > BrakeAbove && !_isBraking)
            LogBraking(wrongPerMinute);
        _isBraking = wrongPerMinute > BrakeAbove;
        return step;
    }

    internal ValueTask<TimeSpan> TakeAsync(IPAddress visitor, BrakeStep step, CancellationToken cancellationToken) =>
        _buckets.TakeAsync(visitor, step.Price, cancellationToken);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Somebody may be guessing codes: {WrongPerMinute} wrong ones in a minute. Every "
        + "form that asks for a code answers more slowly.")]
    private partial void LogBraking(int wrongPerMinute);
}

/// <param name="Found">What the code opens; null when nobody has it, or it was not looked up.</param>
/// <param name="Wait">So long this network has to wait before its next try; zero when the code was looked up.</param>
public sealed record CodeTry<T>(T? Found, TimeSpan Wait);

/// <param name="Above">Wrong codes a minute over the whole site from which on it holds.</param>
/// <param name="Price">What a try takes from the bucket of its network.</param>
/// <param name="Wait">How much later a form that asks for a code answers.</param>
internal sealed record BrakeStep(int Above, int Price, TimeSpan Wait);
