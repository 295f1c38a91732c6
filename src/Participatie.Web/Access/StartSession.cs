using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Participatie.Surveys.Storage;

namespace Participatie.Web.Access;

/// <summary>Signs somebody in for whom every step was right, with a line that says by which way.</summary>
internal sealed class StartSession(
    GroupedWriter writer, SingleSignOn signOn, ReportEmergency emergency, AuditLog audit, TimeProvider clock)
{
    public const string WithApp = "wachtwoord en app";
    public const string WithRecoveryCode = "wachtwoord en herstelcode";
    public const string WithSingleSignOn = "single sign-on";
    public const string WithPasskey = "toegangssleutel";
    public const string WithCouncilPasskey = "toegangssleutel, adviesraad";

    /// <summary>In the Development environment alone.</summary>
    public const string WithPasswordAlone = "alleen wachtwoord";

    private const string Id = "session";
    private const int IdBytes = 32;

    /// <param name="context">Of the request.</param>
    /// <param name="account">Who signs in.</param>
    /// <param name="way">For the audit log.</param>
    public async Task StartAsync(HttpContext context, Account account, string way)
    {
        if (way != WithSingleSignOn && await signOn.IsOnlyWayForAsync(account, context.RequestAborted))
        {
            await audit.WriteAsync(
                new AuditNote("", AuditNote.NetworkOf(context.Connection.RemoteIpAddress), CheckPassword.Action, account.Said)
                {
                    Result = AuditNote.Refused,
                    After = "alleen met single sign-on",
                },
                context.RequestAborted);
            return;
        }

        var id = NewId();
        var isEmergency = way != WithSingleSignOn && signOn.IsEmergency(account);
        var now = clock.GetUtcNow();
        var lines = await writer.WriteAsync(
            async scope =>
            {
                await PutAsync(scope, id, account.Id, now);
                await scope.ExecuteAsync(
                    "UPDATE accounts SET last_signed_in_at = @now WHERE id = @id",
                    ("@now", now.ToUnixTimeMilliseconds()),
                    ("@id", account.Id));
                var line = await audit.AppendAsync(
                    scope,
                    new AuditNote(
                        account.Said, AuditNote.NetworkOf(context.Connection.RemoteIpAddress), CheckPassword.Action, account.Said)
                    {
                        After = way,
                    });
                return isEmergency
                    ? (IReadOnlyList<AuditEntry>)[line, await emergency.ReportAsync(scope, context, account)]
                    : [line];
            },
            context.RequestAborted);
        audit.Say(lines);
        if (isEmergency)
            emergency.Warn();
        await SignInAsync(context, account, id);
    }

    /// <summary>
    /// For a member of the council, by a passkey. Single sign-on is the way of staff: what opens here is what a link by mail opens too.
    /// </summary>
    public async Task StartCouncilAsync(HttpContext context, Account account)
    {
        var id = NewId();
        audit.Say(
        [
            await writer.WriteAsync(
                async scope =>
                {
                    await PutAsync(scope, id, account.Id, clock.GetUtcNow());
                    return await audit.AppendAsync(
                        scope,
                        new AuditNote(
                            account.Said, AuditNote.NetworkOf(context.Connection.RemoteIpAddress), CheckPassword.Action, account.Said)
                        {
                            After = WithCouncilPasskey,
                        });
                },
                context.RequestAborted),
        ]);
        await SignInAsync(context, account, id, Staff.CouncilSession);
    }

    /// <summary>All sessions ended with a change that this person made here: this browser goes on with a new one.</summary>
    /// <param name="context">Of the request.</param>
    /// <param name="account">With its new stamp.</param>
    public async Task GoOnAsync(HttpContext context, Account account)
    {
        var id = NewId();
        await writer.WriteAsync(scope => PutAsync(scope, id, account.Id, clock.GetUtcNow()), context.RequestAborted);
        await SignInAsync(context, account, id);
    }

    /// <summary>The session of this cookie is over, wherever copies of it are.</summary>
    public async Task EndAsync(HttpContext context, AuditNote note, string scheme = Staff.Session)
    {
        var session = HashOf((await context.AuthenticateAsync(scheme)).Properties);
        audit.Say(
        [
            await writer.WriteAsync(
                async scope =>
                {
                    await scope.ExecuteAsync("DELETE FROM sessions WHERE id_hash = @hash", ("@hash", session));
                    return await audit.AppendAsync(scope, note);
                },
                context.RequestAborted),
        ]);
        await context.SignOutAsync(scheme);
    }

    /// <summary>A new stamp: every session of this account is over, on every instance.</summary>
    public async Task EndAllAsync(HttpContext context, Guid account, AuditNote note)
    {
        audit.Say(
        [
            await writer.WriteAsync(
                async scope =>
                {
                    await EndAllAsync(scope, account);
                    return await audit.AppendAsync(scope, note);
                },
                context.RequestAborted),
        ]);
        await context.SignOutAsync(Staff.Session);
    }

    /// <summary>In the transaction of what it belongs to.</summary>
    /// <returns>The new stamp.</returns>
    public static async ValueTask<string> EndAllAsync(WriteScope scope, Guid account)
    {
        var stamp = Guid.NewGuid().ToString();
        await scope.ExecuteAsync("DELETE FROM sessions WHERE account_id = @id", ("@id", account));
        await scope.ExecuteAsync(
            "UPDATE accounts SET security_stamp = @stamp, concurrency_stamp = @stamp WHERE id = @id", ("@stamp", stamp), ("@id", account));
        return stamp;
    }

    /// <returns>Of no session when the cookie says none.</returns>
    public static byte[] HashOf(AuthenticationProperties? properties) =>
        properties?.Items.TryGetValue(Id, out var id) == true && id is not null ? HashOf(id) : [];

    private static Task SignInAsync(HttpContext context, Account account, string id, string scheme = Staff.Session) => context.SignInAsync(
        scheme,
        Staff.Principal(AccountState.Of(account), scheme),
        new AuthenticationProperties { Items = { [Id] = id } });

    private static async ValueTask PutAsync(WriteScope scope, string id, Guid account, DateTimeOffset now)
    {
        await scope.ExecuteAsync("DELETE FROM sessions WHERE until <= @now", ("@now", now.ToUnixTimeMilliseconds()));
        await scope.ExecuteAsync(
            "INSERT INTO sessions (id_hash, account_id, until) VALUES (@hash, @account, @until)",
            ("@hash", HashOf(id)), ("@account", account), ("@until", (now + Staff.LongestSession).ToUnixTimeMilliseconds()));
    }

    private static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));

    private static byte[] HashOf(string id) => SHA256.HashData(Encoding.ASCII.GetBytes(id));
}
