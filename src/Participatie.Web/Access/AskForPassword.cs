using System.Net;
using Microsoft.AspNetCore.Identity;
using Participatie.Surveys.Storage;

namespace Participatie.Web.Access;

/// <summary>
/// Makes a link for whoever forgot the password. With a mail address that no account has a link is made that nobody gets: what is looked up
/// and written is the same, so neither the answer nor its time says whether there is an account.
/// </summary>
internal sealed class AskForPassword(
    UserManager<Account> accounts, GroupedWriter writer, AccessLinks links, SignInTries tries, AuditLog audit)
{
    /// <param name="mail">As it was typed.</param>
    /// <param name="visitor">Who asks.</param>
    /// <param name="send">In the same transaction, with the account and the token.</param>
    /// <param name="cancellationToken">The visitor left.</param>
    /// <returns>How long to wait before it may be asked again; zero when it was done.</returns>
    public async Task<TimeSpan> AskAsync(
        string mail, IPAddress visitor, Func<WriteScope, Account, string, ValueTask> send, CancellationToken cancellationToken)
    {
        var name = accounts.NormalizeEmail(mail.Trim());
        var wait = await tries.TakeAsync("forgot " + name, visitor, cancellationToken);
        if (wait > TimeSpan.Zero)
            return wait;
        var found = await accounts.FindByEmailAsync(name);
        var account = found is { IsBlocked: false, PasswordHash: not null } ? found : null;
        var token = AccessLinks.NewToken();
        audit.Say(
        [
            await writer.WriteAsync(
                async scope =>
                {
                    // Those before it go on working: whoever asks in another's name ends nothing.
                    await links.PutAsync(scope, token, LinkKind.Password, account?.Id, endsOthers: false);
                    if (account is not null)
                        await send(scope, account, token);
                    return await audit.AppendAsync(
                        scope,
                        new AuditNote("", AuditNote.NetworkOf(visitor), "wachtwoord vergeten", account?.Said ?? "onbekend mailadres")
                        {
                            Result = account is null ? AuditNote.Refused : AuditNote.Done,
                        });
                },
                cancellationToken),
        ]);
        return TimeSpan.Zero;
    }
}
