using System.Net;
using Microsoft.AspNetCore.Identity;

namespace Participatie.Web.Access;

/// <summary>The first step of signing in: the same words and the same work, whether there is such an account or not.</summary>
internal sealed class CheckPassword(
    UserManager<Account> accounts, IPasswordHasher<Account> hasher, SignInTries tries, SingleSignOn signOn, AuditLog audit)
{
    public const string Action = "inloggen";

    private static readonly Account Nobody = new() { Name = "" };
    private static string? _nobodysHash;

    /// <returns>The account, or how long to wait before the next try; neither when mail address and password do not belong
    /// together.</returns>
    public async Task<(Account? Account, TimeSpan Wait)> CheckAsync(
        string mail, string password, IPAddress visitor, CancellationToken cancellationToken)
    {
        var name = accounts.NormalizeEmail(mail.Trim());
        var wait = await tries.TakeAsync(name, visitor, cancellationToken);
        if (wait > TimeSpan.Zero)
            return (null, wait);
        var account = await accounts.FindByEmailAsync(name);
        // Of a password that nobody has: to find out that there is no account takes as long as to find out that the password is wrong.
        var hash = account?.PasswordHash ?? (_nobodysHash ??= hasher.HashPassword(Nobody, Guid.NewGuid().ToString()));
        var isRight = hasher.VerifyHashedPassword(account ?? Nobody, hash, password) != PasswordVerificationResult.Failed;
        // Asked also when the password is wrong: the answer takes as long.
        var isElsewhere = account is not null && await signOn.IsOnlyWayForAsync(account, cancellationToken);
        if (isRight && !isElsewhere && account is { IsBlocked: false, PasswordHash: not null })
        {
            await tries.ForgetAsync(name, visitor, cancellationToken);
            return (account, TimeSpan.Zero);
        }

        // What was typed as a mail address may be a password.
        await audit.WriteAsync(
            new AuditNote("", AuditNote.NetworkOf(visitor), Action, account?.Said ?? "onbekend mailadres") { Result = AuditNote.Refused },
            cancellationToken);
        return (null, TimeSpan.Zero);
    }
}
