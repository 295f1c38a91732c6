using System.Net;
using Microsoft.AspNetCore.Identity;

namespace Participatie.Web.Access;

/// <summary>Makes an administrator for whoever has the link that the console printed.</summary>
internal sealed class BeginInstallation(UserManager<Account> accounts, AccessDb db, AccessLinks links, TimeProvider clock)
{
    /// <returns>The account, or the keys of the texts that say what is wrong.</returns>
    /// <exception cref="LinkUsedException">Somebody used the link at the same moment.</exception>
    public async Task<(Account? Account, IReadOnlyList<string> Wrong)> BeginAsync(
        string token, string name, string mail, string password, IPAddress visitor)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var account = new Account
        {
            Id = Guid.NewGuid(),
            Name = name,
            Email = mail,
            UserName = mail,
            IsAdministrator = true,
            AdministratorSince = now,
            MadeAt = now,
        };
        db.Before(async scope => await links.UseAsync(scope, token, LinkKind.Setup));
        db.Note(new AuditNote("", AuditNote.NetworkOf(visitor), "account gemaakt met de beginlink", account.Said) { After = "beheerder" });
        // Hashes the password before it waits for its turn to write.
        var made = await accounts.CreateAsync(account, password);
        return made.Succeeded ? (account, []) : (null, [.. made.Errors.Select(error => error.Code)]);
    }
}
