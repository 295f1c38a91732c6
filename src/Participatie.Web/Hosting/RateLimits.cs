using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Participatie.Web.Hosting;

/// <summary>How often one visitor's address may ask. Every endpoint of a page has one of these policies.</summary>
public static class RateLimits
{
    public const string Pages = "pages";

    /// <summary>For a POST that tries a code (receipt, resume, invitation).</summary>
    public const string CodeEntry = "code-entry";

    // A village hall of 100 people, or three classes of 30, behind one address: all open the first page in the same minute, then each
    // answers a question every 5 seconds at most, which is a POST and the GET after it: 100 × 2 / 5 = 40 requests a second.
    // Style, script and pictures are not counted. One address at full speed costs about 2 % of one core.
    private static readonly TokenBucketRateLimiterOptions ForPages = Bucket(tokens: 1000, refill: 50, every: TimeSpan.FromSeconds(1));

    // A class of 30 that types a code from a letter, each with a mistake: 60 at once. Bounds what all tries of one address cost, right ones
    // too; guessing is bounded by CodeTries.
    private static readonly TokenBucketRateLimiterOptions ForCodes = Bucket(tokens: 60, refill: 1, every: TimeSpan.FromSeconds(10));

    internal static void Configure(RateLimiterOptions options)
    {
        options.AddPolicy(Pages, context => RateLimitPartition.GetTokenBucketLimiter(VisitorAddress.Of(context), _ => ForPages));
        options.AddPolicy(CodeEntry, context => RateLimitPartition.GetTokenBucketLimiter(VisitorAddress.Of(context), _ => ForCodes));
        options.OnRejected = (rejected, _) => new ValueTask(RefuseAsync(rejected));
    }

    private static TokenBucketRateLimiterOptions Bucket(int tokens, int refill, TimeSpan every) =>
        new() { TokenLimit = tokens, TokensPerPeriod = refill, ReplenishmentPeriod = every, QueueLimit = 0 };

    private static Task RefuseAsync(OnRejectedContext rejected)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
        return new TooBusy(wait).ExecuteAsync(rejected.HttpContext);
    }
}
