using Microsoft.AspNetCore.Identity;

namespace Participatie.Web.Access;

/// <summary>Whose link it is, as long as it works: to accept an invitation once, or to choose a password again.</summary>
internal sealed class FindLinkAccount(AccessLinks links, UserManager<Account> accounts)
{
    /// <returns>Null when the link is gone, or its account cannot use it: blocked, or invited and here already.</returns>
    public async Task<Account?> FindAsync(string token, LinkKind kind, CancellationToken cancellationToken) =>
        await links.AccountOfAsync(token, kind, cancellationToken) is { } id
        && await accounts.FindByIdAsync(id.ToString()) is { IsBlocked: false } account
        && (account.PasswordHash is null) == (kind == LinkKind.Invitation)
            ? account
            : null;
}
