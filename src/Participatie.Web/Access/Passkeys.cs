using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Participatie.Surveys.Storage;

namespace Participatie.Web.Access;

/// <summary>
/// Passkeys of the framework, with what it asks a browser and what the browser must answer. The question travels sealed in the form, ends
/// after some minutes and is answered once. Whoever holds the key and unlocked it was asked for both factors.
/// </summary>
internal sealed class Passkeys(
    IPasskeyHandler<Account> handler, UserManager<Account> accounts, AccessDb db, AccessLinks links, GroupedWriter writer, AuditLog audit,
    IDataProtectionProvider keys)
{
    public const int LongestName = 60;
    public const int Most = 10;

    /// <summary>
    /// The name of each that was made by a member's link. Nobody typed a password for it, so it opens rounds and nothing of the desk,
    /// whatever the account may do there. Another one that is called so opens no more either.
    /// </summary>
    public const string OfCouncil = "Adviesraad";

    private const string ToMake = "Participatie.Access.MakePasskey";
    private const string ToUse = "Participatie.Access.UsePasskey";
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    /// <summary>What the browser is asked to make a passkey for an account.</summary>
    public async Task<PasskeyQuestion> AskToMakeAsync(HttpContext context, Account account, string name)
    {
        var asked = await handler.MakeCreationOptionsAsync(
            new PasskeyUserEntity { Id = account.Id.ToString(), Name = account.Email!, DisplayName = account.Name }, context);
        return new PasskeyQuestion(
            asked.CreationOptionsJson, Seal(ToMake, JsonSerializer.Serialize(new Made(name, account.Id, asked.AttestationState ?? ""))));
    }

    /// <returns>Whether it was made; not when the answer is wrong, too late, another's, or was given before.</returns>
    public Task<bool> MakeAsync(HttpContext context, Account account, PasskeyAnswer answer) =>
        MakeAsync(context, account, answer, Doer.Of(context));

    /// <summary>The same for a member of the council who came in by a link.</summary>
    public Task<bool> MakeForCouncilAsync(HttpContext context, Account account, PasskeyAnswer answer) =>
        MakeAsync(context, account, answer, OfLink(context, account));

    private async Task<bool> MakeAsync(HttpContext context, Account account, PasskeyAnswer answer, Doer doer)
    {
        if (Open<Made>(ToMake, answer.State) is not { } made || made.Account != account.Id)
            return false;
        var result = await handler.PerformAttestationAsync(new PasskeyAttestationContext
        {
            HttpContext = context, CredentialJson = answer.Credential, AttestationState = made.State,
        });
        if (!result.Succeeded || !await IsFirstAsync(answer, context.RequestAborted))
            return false;
        result.Passkey.Name = made.Name;
        db.Note(doer.Note("toegangssleutel gemaakt", account.Said) with { After = made.Name });
        return (await accounts.AddOrUpdatePasskeyAsync(account, result.Passkey)).Succeeded;
    }

    /// <summary>What the browser is asked to sign in: any passkey of this site.</summary>
    public async Task<PasskeyQuestion> AskToUseAsync(HttpContext context)
    {
        var asked = await handler.MakeRequestOptionsAsync(null, context);
        return new PasskeyQuestion(asked.RequestOptionsJson, Seal(ToUse, JsonSerializer.Serialize(new Used(asked.AssertionState ?? ""))));
    }

    /// <returns>Whose it is; null when the answer is wrong, too late, or was given before, and for who is blocked.</returns>
    public Task<Account?> UseAsync(HttpContext context, PasskeyAnswer answer) =>
        UseAsync(context, answer, static (account, name) => account.PasswordHash is not null && name != OfCouncil);

    /// <summary>The same for the rounds of a member of the council, who needs no password and may have other passkeys.</summary>
    public Task<Account?> UseForCouncilAsync(HttpContext context, PasskeyAnswer answer) =>
        UseAsync(context, answer, static (_, _) => true);

    private async Task<Account?> UseAsync(HttpContext context, PasskeyAnswer answer, Func<Account, string?, bool> may)
    {
        if (Open<Used>(ToUse, answer.State) is { } used
            && await handler.PerformAssertionAsync(new PasskeyAssertionContext
            {
                HttpContext = context, CredentialJson = answer.Credential, AssertionState = used.State,
            }) is { Succeeded: true, User: { IsBlocked: false } account } result
            && may(account, result.Passkey.Name)
            && await IsFirstAsync(answer, context.RequestAborted))
        {
            // The counter of the key: a copy of it shows.
            await accounts.AddOrUpdatePasskeyAsync(account, result.Passkey);
            return account;
        }

        await audit.WriteAsync(
            new AuditNote(
                "", AuditNote.NetworkOf(context.Connection.RemoteIpAddress), CheckPassword.Action, "onbekende toegangssleutel")
            {
                Result = AuditNote.Refused,
            },
            context.RequestAborted);
        return null;
    }

    public Task RemoveAsync(HttpContext context, Account account, byte[] id) => RemoveAsync(account, id, Doer.Of(context));

    /// <summary>Whoever has a member's link takes away those that were made by it, and no other.</summary>
    public async Task RemoveOfCouncilAsync(HttpContext context, Account account)
    {
        foreach (var passkey in (await accounts.GetPasskeysAsync(account)).Where(one => one.Name == OfCouncil))
            await RemoveAsync(account, passkey.CredentialId, OfLink(context, account));
    }

    private static Doer OfLink(HttpContext context, Account account) =>
        new(account.Id, account.Said, AuditNote.NetworkOf(context.Connection.RemoteIpAddress));

    private async Task RemoveAsync(Account account, byte[] id, Doer doer)
    {
        if (await accounts.GetPasskeyAsync(account, id) is not { } passkey)
            return;
        db.Note(doer.Note("toegangssleutel weggehaald", account.Said) with { Before = passkey.Name ?? "" });
        await accounts.RemovePasskeyAsync(account, id);
    }

    /// <summary>Of an answer that was sent a second time it is not.</summary>
    private Task<bool> IsFirstAsync(PasskeyAnswer answer, CancellationToken cancellationToken) =>
        writer.WriteAsync(scope => links.MarkUsedAsync(scope, answer.State, Lasts), cancellationToken);

    private string Seal(string purpose, string text) => keys.CreateProtector(purpose).ToTimeLimitedDataProtector().Protect(text, Lasts);

    private T? Open<T>(string purpose, string state)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(keys.CreateProtector(purpose).ToTimeLimitedDataProtector().Unprotect(state));
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            // Not ours, or too late.
            return null;
        }
    }

    private sealed record Made(string Name, Guid Account, string State);

    private sealed record Used(string State);
}

/// <param name="Options">For the browser, as JSON.</param>
/// <param name="State">Sealed, for the form.</param>
public sealed record PasskeyQuestion(string Options, string State);

/// <param name="Credential">What the browser answered, as JSON.</param>
/// <param name="State">As it was asked.</param>
public sealed record PasskeyAnswer(string Credential, string State);
