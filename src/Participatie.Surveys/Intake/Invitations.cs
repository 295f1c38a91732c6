using Participatie.Surveys.Codes;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Intake;

/// <summary>What a typed invitation code is worth.</summary>
public abstract record InvitationCheck
{
    public sealed record Unknown : InvitationCheck;

    public sealed record Used : InvitationCheck;

    /// <param name="Hash">What the draft keeps of it.</param>
    public sealed record Valid(byte[] Hash) : InvitationCheck;
}

/// <summary>Makes codes for letters and looks at those that come back.</summary>
public sealed class Invitations(Database database, GroupedWriter writer, CodeKey key)
{
    private const int CodesPerTransaction = 1000;

    public async Task<InvitationCheck> CheckAsync(Code code, int consultationId, CancellationToken cancellationToken)
    {
        var hash = key.HashOfInvitation(code, consultationId);
        var used = await database.ReadAsync(
            "SELECT used FROM invitations WHERE code_hash = @hash", row => row.GetBoolean(0), cancellationToken, ("@hash", hash));
        return used switch
        {
            [false] => new InvitationCheck.Valid(hash),
            [true] => new InvitationCheck.Used(),
            _ => new InvitationCheck.Unknown(),
        };
    }

    /// <summary>Makes that many new codes. They are given back once and stored only as hashes.</summary>
    /// <param name="consultationId">For which consultation.</param>
    /// <param name="batch">Name of the mailing; how many of it were used is counted per day.</param>
    /// <param name="count">How many letters.</param>
    /// <param name="cancellationToken">Stops between two transactions; codes given back so far are good.</param>
    public async Task<IReadOnlyList<Code>> MakeAsync(int consultationId, string batch, int count, CancellationToken cancellationToken)
    {
        var made = new List<Code>(count);
        while (made.Count < count)
        {
            var wanted = Math.Min(CodesPerTransaction, count - made.Count);
            made.AddRange(await writer.WriteAsync(
                async scope =>
                {
                    var codes = new List<Code>(wanted);
                    while (codes.Count < wanted)
                    {
                        var code = CodeKey.RandomCode();
                        if (await AddAsync(scope, code, consultationId, batch))
                        {
                            codes.Add(code);
                        }
                    }

                    return codes;
                },
                cancellationToken));
        }

        return made;
    }

    private async ValueTask<bool> AddAsync(WriteScope scope, Code code, int consultationId, string batch) =>
        await scope.ExecuteAsync(
            """
            INSERT INTO invitations (code_hash, key_number, consultation_id, batch, used) VALUES (@hash, @key, @consultation, @batch, @used)
            ON CONFLICT DO NOTHING
            """,
            ("@hash", key.HashOfInvitation(code, consultationId)),
            ("@key", key.Number),
            ("@consultation", consultationId),
            ("@batch", batch),
            ("@used", false)) == 1;
}
