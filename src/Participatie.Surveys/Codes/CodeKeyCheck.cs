using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Codes;

/// <summary>
/// Holds the code keys against the database: without a key that it was used with, its receipts and letters would be worth nothing.
/// </summary>
public sealed class CodeKeyCheck(Database database, GroupedWriter writer, CodeKeys keys)
{
    /// <summary>Remembers keys that are new to the database.</summary>
    /// <returns>False when the database was used with a key that is not among them, or that has another place.</returns>
    public async Task<bool> HoldsAsync(CancellationToken cancellationToken)
    {
        // Each command does this before its work (see RawStatements).
        var known = await database.ReadAsync(
            "SELECT number, proof FROM code_keys",
            row => (Number: row.GetInt16(0), Proof: row.GetFieldValue<byte[]>(1)),
            cancellationToken);
        if (known.Exists(used => used.Number > keys.Newest.Number || !used.Proof.AsSpan().SequenceEqual(keys.Of(used.Number).Proof)))
        {
            return false;
        }

        var unknown = keys.NewestFirst.Where(key => known.TrueForAll(used => used.Number != key.Number)).ToList();
        if (unknown.Count > 0)
        {
            await writer.WriteAsync(
                async scope =>
                {
                    scope.Context.CodeKeys.AddRange(unknown.Select(key => new CodeKeyEntry { Number = key.Number, Proof = key.Proof }));
                    return await scope.Context.SaveChangesAsync(cancellationToken);
                },
                cancellationToken);
        }

        return true;
    }
}
