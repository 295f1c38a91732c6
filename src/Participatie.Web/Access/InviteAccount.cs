using Microsoft.AspNetCore.Identity;
using Participatie.Surveys.Storage;

namespace Participatie.Web.Access;

/// <summary>Makes an account that somebody takes with a link. Until then it has no password, and nobody signs in with it.</summary>
internal sealed class InviteAccount(
    AsAdministrator administrators, AccessLinks links, GiveRoles roles, ILookupNormalizer names, TimeProvider clock)
{
    /// <param name="doer">Who invites.</param>
    /// <param name="invited">Whom.</param>
    /// <param name="handOver">In the same transaction, with the token of the link: the mail.</param>
    /// <param name="cancellationToken">The visitor left.</param>
    /// <returns>The account and the token; null when there is an account with that mail address.</returns>
    public async Task<(Guid Id, string Token)?> InviteAsync(
        Doer doer, InvitedPerson invited, Func<WriteScope, string, ValueTask> handOver, CancellationToken cancellationToken)
    {
        var (id, token, stamp) = (Guid.NewGuid(), AccessLinks.NewToken(), Guid.NewGuid().ToString());
        var isMade = await administrators.RunAsync(
            doer,
            async work =>
            {
                var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
                var made = await work.Scope.ExecuteAsync(
                    """
                    INSERT INTO accounts (id, name, user_name, normalized_user_name, email, normalized_email, security_stamp,
                    concurrency_stamp, is_administrator, is_blocked, last_totp_step, made_at, second_step_by_link)
                    VALUES (@id, @name, @mail, @normalized, @mail, @normalized, @stamp, @stamp, @no, @no, 0, @now, @no)
                    ON CONFLICT (normalized_email) DO NOTHING
                    """,
                    ("@id", id), ("@name", invited.Name), ("@mail", invited.Mail),
                    ("@normalized", names.NormalizeEmail(invited.Mail)), ("@stamp", stamp), ("@no", false), ("@now", now));
                if (made == 0)
                    return false;
                await links.PutAsync(work.Scope, token, LinkKind.Invitation, id);
                await work.NoteAsync(doer.Note("account gemaakt met een uitnodiging", $"{invited.Name} <{invited.Mail}>"));
                await roles.GiveAsync(work, id, invited.Roles);
                await handOver(work.Scope, token);
                return true;
            },
            cancellationToken);
        return isMade ? (id, token) : null;
    }
}

/// <summary>Who is invited.</summary>
public sealed record InvitedPerson
{
    public required string Name { get; init; }

    public required string Mail { get; init; }

    public required GivenRoles Roles { get; init; }
}
