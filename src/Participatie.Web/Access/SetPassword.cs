using Microsoft.AspNetCore.Identity;
using Participatie.Surveys.Storage;

namespace Participatie.Web.Access;

/// <summary>Gives an account a new password. Every session from before is over: whoever knew the old one is out.</summary>
internal sealed class SetPassword(GroupedWriter writer, AccessLinks links, IPasswordHasher<Account> hasher, AuditLog audit)
{
    /// <returns>The new stamp of the account.</returns>
    /// <exception cref="LinkUsedException">Somebody used the link at the same moment, or the account was blocked.</exception>
    public async Task<string> SetAsync(NewPassword change, CancellationToken cancellationToken)
    {
        var account = change.Account;
        // Takes long, so before it waits for its turn to write.
        var hash = hasher.HashPassword(account, change.Password);
        var (stamp, line) = await writer.WriteAsync(
            async scope =>
            {
                if (change.Token is { } token)
                    await links.UseAsync(scope, token, LinkKind.Password);
                var set = await scope.ExecuteAsync(
                    "UPDATE accounts SET password_hash = @hash WHERE id = @id AND password_hash IS NOT NULL AND NOT is_blocked",
                    ("@hash", hash),
                    ("@id", account.Id));
                if (set == 0)
                    throw new LinkUsedException();
                var stamp = await StartSession.EndAllAsync(scope, account.Id);
                await change.Tell(scope);
                var action = change.Token is null ? "wachtwoord veranderd" : "wachtwoord veranderd met een link";
                return (stamp, await audit.AppendAsync(scope, new AuditNote(account.Said, change.Network, action, account.Said)));
            },
            cancellationToken);
        audit.Say([line]);
        return stamp;
    }
}

/// <summary>What <see cref="SetPassword"/> sets.</summary>
internal sealed record NewPassword
{
    public required Account Account { get; init; }

    public required string Password { get; init; }

    /// <summary>Of the link; null for who is signed in and gave the old password.</summary>
    public string? Token { get; init; }

    /// <summary>As <see cref="AuditNote.NetworkOf"/> gives it.</summary>
    public required string Network { get; init; }

    /// <summary>In the same transaction: the mail that says so.</summary>
    public required Func<WriteScope, ValueTask> Tell { get; init; }
}
