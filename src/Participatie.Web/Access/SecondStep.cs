using System.Net;
using System.Security.Cryptography;
using System.Text;
using Participatie.Surveys.Storage;

namespace Participatie.Web.Access;

/// <summary>The second step of signing in: a code of the app, or one of the codes on paper. Each works once.</summary>
internal sealed class SecondStep(AccessDb db, GroupedWriter writer, AccessKey key, SignInTries tries, AuditLog audit, TimeProvider clock)
{
    public const int RecoveryCodes = 10;

    private const string Action = "tweede stap";
    private const int CodeCharacters = 16;
    private const int Group = 4;

    /// <summary>Without letters and digits that look alike.</summary>
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <returns>By which way the code was right, or how long to wait before the next try.</returns>
    public async Task<(string? Way, TimeSpan Wait)> CheckAsync(
        Account account, string typed, IPAddress visitor, CancellationToken cancellationToken)
    {
        var name = "second " + account.Id;
        var wait = await tries.TakeAsync(name, visitor, cancellationToken);
        if (wait > TimeSpan.Zero)
            return (null, wait);
        var way = account.TotpKey is { } sealedUp && Totp.StepOf(key.Open(sealedUp, account.Id), typed, clock.GetUtcNow()) is { } step
            ? await UseStepAsync(account, step, cancellationToken) ? StartSession.WithApp : null
            : await UseRecoveryCodeAsync(account, typed, visitor, cancellationToken) ? StartSession.WithRecoveryCode : null;
        if (way is not null)
            await tries.ForgetAsync(name, visitor, cancellationToken);
        else
            await audit.WriteAsync(
                new AuditNote("", AuditNote.NetworkOf(visitor), Action, account.Said) { Result = AuditNote.Refused }, cancellationToken);
        return (way, TimeSpan.Zero);
    }

    /// <summary>Sets up the app once a code of it was right.</summary>
    /// <returns>The recovery codes, which can be read now and never again; null when the code is wrong.</returns>
    public async Task<IReadOnlyList<string>?> SetUpAsync(
        Account account, byte[] totpKey, string typed, IPAddress visitor, CancellationToken cancellationToken, bool endsSessions = false)
    {
        if (Totp.StepOf(totpKey, typed, clock.GetUtcNow()) is not { } step)
            return null;
        // Not through the framework, which would write all of the account, and make a new stamp: whoever sets up goes on in this browser.
        db.Before(async scope => await scope.ExecuteAsync(
            "UPDATE accounts SET totp_key = @key, last_totp_step = @step WHERE id = @id",
            ("@key", key.Seal(totpKey, account.Id)), ("@step", step), ("@id", account.Id)));
        if (endsSessions)
            db.Before(async scope => await StartSession.EndAllAsync(scope, account.Id));
        var codes = await RenewCodesAsync(account, account.Said, "tweede stap ingesteld", visitor, cancellationToken);
        // With its new key and stamp.
        await db.Entry(account).ReloadAsync(cancellationToken);
        return codes;
    }

    /// <summary>New recovery codes in place of all there are.</summary>
    public async Task<IReadOnlyList<string>> RenewCodesAsync(
        Account account, string who, string action, IPAddress visitor, CancellationToken cancellationToken)
    {
        var codes = Enumerable.Range(0, RecoveryCodes).Select(_ => RandomNumberGenerator.GetString(Letters, CodeCharacters)).ToList();
        db.Before(async scope => await scope.ExecuteAsync("DELETE FROM recovery_codes WHERE account_id = @id", ("@id", account.Id)));
        db.RecoveryCodes.AddRange(codes.Select(code => new RecoveryCode { AccountId = account.Id, CodeHash = HashOf(code) }));
        db.Note(new AuditNote(who, AuditNote.NetworkOf(visitor), action, account.Said));
        await db.SaveChangesAsync(cancellationToken);
        return [.. codes.Select(code => string.Join('-', code.Chunk(Group).Select(group => new string(group))))];
    }

    /// <summary>Only one request gets a step, however many send its code at once.</summary>
    private async Task<bool> UseStepAsync(Account account, long step, CancellationToken cancellationToken) =>
        await writer.WriteAsync(
            async scope => await scope.ExecuteAsync(
                "UPDATE accounts SET last_totp_step = @step WHERE id = @id AND last_totp_step < @step",
                ("@step", step),
                ("@id", account.Id)),
            cancellationToken) == 1;

    private async Task<bool> UseRecoveryCodeAsync(Account account, string typed, IPAddress visitor, CancellationToken cancellationToken)
    {
        var code = string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
        var isUsed = code.Length == CodeCharacters && await writer.WriteAsync(
            async scope => await scope.ExecuteAsync(
                "DELETE FROM recovery_codes WHERE account_id = @id AND code_hash = @hash", ("@id", account.Id), ("@hash", HashOf(code))),
            cancellationToken) == 1;
        if (isUsed)
            await audit.WriteAsync(
                new AuditNote(account.Said, AuditNote.NetworkOf(visitor), "herstelcode gebruikt", account.Said), cancellationToken);
        return isUsed;
    }

    private static byte[] HashOf(string code) => SHA256.HashData(Encoding.ASCII.GetBytes(code));
}
