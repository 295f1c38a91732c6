using Participatie.Surveys.Codes;

namespace Participatie.Web.Hosting;

/// <summary>How many drafts one network may begin: each is a row that stays for two weeks.</summary>
/// <remarks>
/// A village hall of 100 people behind one address begins within minutes, and each may begin three: another choice on the start page, once
/// more, and a second consultation. That is 300 at once. After it 30 newcomers a minute, which is an evening at a busy library. One address
/// at full speed makes 43,000 drafts a day, some 30 MB.
/// </remarks>
internal sealed class NewDrafts(TimeProvider clock) : IDisposable
{
    private static readonly BucketSize ForVisitor = new(300, TimeSpan.FromSeconds(2));

    // The phones of a whole mobile network may share one.
    private static readonly BucketSize ForSite = new(3000, TimeSpan.FromSeconds(0.2));

    private readonly NetworkBuckets _buckets = new(clock, ForVisitor, ForSite);

    /// <returns>Zero when one more may begin; otherwise in how long.</returns>
    public TimeSpan Take(HttpContext context) => _buckets.Take(VisitorAddress.Of(context), price: 1);

    public void Dispose() => _buckets.Dispose();
}
