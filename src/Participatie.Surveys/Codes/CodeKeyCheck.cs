using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Codes;

/// <summary>Holds the code key against the database: with another key every receipt and letter would be worth nothing.</summary>
public sealed class CodeKeyCheck(Database database, GroupedWriter writer, CodeKey key)
{
    /// <summary>Remembers the key of a new database.</summary>
    /// <returns>False when the database was used with another key.</returns>
    public async Task<bool> HoldsAsync(CancellationToken cancellationToken)
    {
        var known = await database.ReadAsync(
            "SELECT proof FROM code_keys WHERE number = @number", row => row.GetFieldValue<byte[]>(0), cancellationToken, ("@number", key.Number));
        if (known is [var proof])
        {
            return proof.AsSpan().SequenceEqual(key.Proof);
        }

        await writer.WriteAsync(
            scope => scope.ExecuteAsync(
                "INSERT INTO code_keys (number, proof) VALUES (@number, @proof) ON CONFLICT DO NOTHING", ("@number", key.Number), ("@proof", key.Proof)),
            cancellationToken);
        // Another instance may have been first, with another key.
        return await HoldsAsync(cancellationToken);
    }
}
