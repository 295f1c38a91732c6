using System.Net;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Review.Reports;

/// <summary>How many reports one network may send: a hall full of people is not held up, a program is.</summary>
internal sealed class ReportLimit(TimeProvider clock) : IDisposable
{
    // 20 people in a hall at once, then one in three minutes; of a wide network ten times that.
    private static readonly BucketSize ForVisitor = new(20, TimeSpan.FromMinutes(3));
    private static readonly BucketSize ForSite = new(200, TimeSpan.FromSeconds(18));

    private const int SecondsAMinute = 60;

    private readonly NetworkBuckets _buckets = new(clock, ForVisitor, ForSite);

    /// <returns>Zero when it may be sent now.</returns>
    public TimeSpan Take(IPAddress visitor) => _buckets.Take(visitor, price: 1);

    /// <returns>What to say at the words when too many came; null when it may be sent now.</returns>
    public Problem? ProblemOf(HttpContext context, InterfaceWords words)
    {
        var wait = Take(VisitorAddress.Of(context));
        if (wait <= TimeSpan.Zero)
            return null;
        var minutes = (TooBusy.SayWhen(context, wait) + SecondsAMinute - 1) / SecondsAMinute;
        return new Problem(TypedVisitorReport.WordsField, words.Format("report.wait", minutes));
    }

    public void Dispose() => _buckets.Dispose();
}
