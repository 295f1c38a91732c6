namespace Participatie.Web.ReadingAloud;

/// <summary>Where recordings are kept: in a folder of the one machine, or where several find what one of them made.</summary>
public interface IRecordingPlace
{
    /// <summary>Changes when somebody else keeps or removes one; always the same where nobody else does.</summary>
    Task<long> EditionAsync(CancellationToken cancellationToken);

    /// <returns>
    /// The wanted recordings that are there, with their length. Others are removed once nobody can want them any more.
    /// </returns>
    Task<Dictionary<string, long>> TakeStockAsync(IReadOnlySet<string> wanted, CancellationToken cancellationToken);

    /// <returns>One behind the other; null when one is gone, which the next taking of stock notices.</returns>
    Task<byte[]?> ReadAsync(IReadOnlyList<string> names, CancellationToken cancellationToken);

    /// <summary>Whole or not at all, also when two processes make the same one.</summary>
    Task KeepAsync(string name, byte[] sound, CancellationToken cancellationToken);
}
