using System.Net;

namespace Participatie.Surveys.Codes;

/// <summary>Counts what costs something, by visitor and by who hands out visitors' addresses.</summary>
public interface INetworkBuckets
{
    /// <param name="address">As <see cref="NetworkAddress.VisitorOf"/> gives it.</param>
    /// <param name="price">How much of the bucket it takes.</param>
    /// <param name="cancellationToken">The visitor left.</param>
    /// <returns>Zero when it was taken; otherwise nothing was, and in so long it can be.</returns>
    ValueTask<TimeSpan> TakeAsync(IPAddress address, int price, CancellationToken cancellationToken);

    ValueTask GiveBackAsync(IPAddress address, int price, CancellationToken cancellationToken);
}
