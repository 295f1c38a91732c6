using System.Net;
using Microsoft.AspNetCore.Identity;
using Participatie.Surveys.Storage;

namespace Participatie.Web.Access;

/// <summary>Whoever has the link of an invitation takes the account: says the name and chooses a password.</summary>
internal sealed class AcceptInvitation(GroupedWriter writer, AccessLinks links, IPasswordHasher<Account> hasher, AuditLog audit)
{
    /// <exception cref="LinkUsedException">Somebody used the link at the same moment, or the account was blocked.</exception>
    public async Task AcceptAsync(
        string token, Account account, string name, string password, IPAddress visitor, CancellationToken cancellationToken)
    {
        // Takes long, so before it waits for its turn to write.
        var hash = hasher.HashPassword(account, password);
        var line = await writer.WriteAsync(
            async scope =>
            {
                await links.UseAsync(scope, token, LinkKind.Invitation);
                var taken = await scope.ExecuteAsync(
                    """
                    UPDATE accounts SET name = @name, password_hash = @hash, security_stamp = @stamp, concurrency_stamp = @stamp
                    WHERE id = @id AND password_hash IS NULL AND NOT is_blocked
                    """,
                    ("@name", name), ("@hash", hash), ("@stamp", Guid.NewGuid().ToString()), ("@id", account.Id));
                if (taken == 0)
                    throw new LinkUsedException();
                var said = $"{name} <{account.Email}>";
                return await audit.AppendAsync(
                    scope,
                    new AuditNote(said, AuditNote.NetworkOf(visitor), "uitnodiging aangenomen", said)
                    {
                        Before = name == account.Name ? "" : account.Name,
                        After = name == account.Name ? "" : name,
                    });
            },
            cancellationToken);
        audit.Say([line]);
    }
}
