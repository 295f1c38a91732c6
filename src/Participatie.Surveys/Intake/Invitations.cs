using Microsoft.EntityFrameworkCore;
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
public sealed class Invitations(Database database, GroupedWriter writer, CodeKeys keys)
{
    /// <summary>Some ten milliseconds of the one writer, for which residents wait.</summary>
    private const int CodesPerTransaction = 100;

    public async Task<InvitationCheck> CheckAsync(Code code, int consultationId, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        foreach (var hash in keys.NewestFirst.Select(key => key.HashOfInvitation(code, consultationId)))
        {
            var found = await context.Invitations.Where(invitation => invitation.CodeHash == hash)
                .Select(invitation => (bool?)invitation.Used).SingleOrDefaultAsync(cancellationToken);
            if (found is { } used)
            {
                return used ? new InvitationCheck.Used() : new InvitationCheck.Valid(hash);
            }
        }

        return new InvitationCheck.Unknown();
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
                    var codes = new HashSet<Code>();
                    while (codes.Count < wanted)
                    {
                        var code = CodeKey.RandomCode();
                        if (!codes.Contains(code) && !await IsTakenAsync(scope, code, consultationId, cancellationToken))
                        {
                            codes.Add(code);
                        }
                    }

                    scope.Context.Invitations.AddRange(codes.Select(code => new Invitation
                    {
                        CodeHash = keys.Newest.HashOfInvitation(code, consultationId),
                        KeyNumber = keys.Newest.Number,
                        ConsultationId = consultationId,
                        Batch = batch,
                        Used = false,
                    }));
                    await scope.Context.SaveChangesAsync(cancellationToken);
                    return codes;
                },
                cancellationToken));
        }

        return made;
    }

    private async ValueTask<bool> IsTakenAsync(WriteScope scope, Code code, int consultationId, CancellationToken cancellationToken)
    {
        foreach (var hash in keys.NewestFirst.Select(key => key.HashOfInvitation(code, consultationId)))
        {
            if (await scope.Context.Invitations.AnyAsync(invitation => invitation.CodeHash == hash, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }
}
