using System.Net;
using Participatie.Surveys.Codes;

namespace Participatie.Web.Pages.Review.Reports;

/// <summary>How many reports one network may send: a hall full of people is not held up, a program is.</summary>
internal sealed class ReportLimit(TimeProvider clock) : IDisposable
{
    // 20 people in a hall at once, then one in three minutes; of a wide network ten times that.
    private static readonly BucketSize ForVisitor = new(20, TimeSpan.FromMinutes(3));
    private static readonly BucketSize ForSite = new(200, TimeSpan.FromSeconds(18));

    private readonly NetworkBuckets _buckets = new(clock, ForVisitor, ForSite);

    /// <returns>Zero when it may be sent now.</returns>
    public TimeSpan Take(IPAddress visitor) => _buckets.Take(visitor, price: 1);

    public void Dispose() => _buckets.Dispose();
}
