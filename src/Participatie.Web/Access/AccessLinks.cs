using System.Security.Cryptography;
using Participatie.Surveys.Storage;

namespace Participatie.Web.Access;

/// <summary>Links that let somebody in once. Only a hash of each is stored, so nothing in the database opens anything.</summary>
public sealed class AccessLinks(Database database, GroupedWriter writer, TimeProvider clock)
{
    private const int Bytes = 32;

    /// <summary>How long one of that kind works.</summary>
    public static TimeSpan Lasts(LinkKind kind) => kind switch
    {
        LinkKind.Invitation => TimeSpan.FromDays(7),
        LinkKind.SecondStep => TimeSpan.FromDays(1),
        _ => TimeSpan.FromHours(1),
    };

    /// <summary>Small letters and digits: an address is made small before it is looked for.</summary>
    /// <returns>What stands in no other place than the link.</returns>
    public static string NewToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));

    public async Task<string> MakeSetupAsync(CancellationToken cancellationToken)
    {
        var token = NewToken();
        await writer.WriteAsync(scope => PutAsync(scope, token, LinkKind.Setup, account: null), cancellationToken);
        return token;
    }

    /// <param name="scope">The transaction that it belongs to.</param>
    /// <param name="token">As <see cref="NewToken"/> made it.</param>
    /// <param name="kind">What it lets somebody do.</param>
    /// <param name="account">Whose it is; null for one that makes an account, or that nobody gets.</param>
    /// <param name="endsOthers">Whether those of the same kind for that account work no more.</param>
    public async ValueTask PutAsync(WriteScope scope, string token, LinkKind kind, Guid? account, bool endsOthers = true)
    {
        var now = clock.GetUtcNow();
        await scope.ExecuteAsync(
            "DELETE FROM access_links WHERE until <= @now OR kind = @kind AND account_id = @account",
            ("@now", now.ToUnixTimeMilliseconds()),
            ("@kind", (int)kind),
            ("@account", endsOthers && account is { } owner ? owner : Guid.Empty));
        await scope.ExecuteAsync(
            account is null
                ? "INSERT INTO access_links (token_hash, kind, until) VALUES (@hash, @kind, @until)"
                : "INSERT INTO access_links (token_hash, kind, until, account_id) VALUES (@hash, @kind, @until, @account)",
            [
                ("@hash", HashOf(token)), ("@kind", (int)kind), ("@until", (now + Lasts(kind)).ToUnixTimeMilliseconds()),
                .. account is null ? Array.Empty<(string, object?)>() : [("@account", account)],
            ]);
    }

    /// <summary>Remembers that something was used, for as long as it could be used again.</summary>
    /// <returns>Whether this was the first time.</returns>
    public async ValueTask<bool> MarkUsedAsync(WriteScope scope, string used, TimeSpan lasts)
    {
        var now = clock.GetUtcNow();
        await scope.ExecuteAsync("DELETE FROM access_links WHERE until <= @now", ("@now", now.ToUnixTimeMilliseconds()));
        return await scope.ExecuteAsync(
            "INSERT INTO access_links (token_hash, kind, until) VALUES (@hash, @kind, @until) ON CONFLICT (token_hash) DO NOTHING",
            ("@hash", HashOf(used)), ("@kind", (int)LinkKind.PasskeyAnswer), ("@until", (now + lasts).ToUnixTimeMilliseconds())) == 1;
    }

    public async Task<bool> IsValidAsync(string token, LinkKind kind, CancellationToken cancellationToken) =>
        (await FindAsync(token, kind, cancellationToken)).Count > 0;

    /// <returns>Whose link it is; null when it is nobody's, was used or has ended.</returns>
    public async Task<Guid?> AccountOfAsync(string token, LinkKind kind, CancellationToken cancellationToken) =>
        await FindAsync(token, kind, cancellationToken) is [var account] ? account : null;

    /// <summary>
    /// In the transaction of what the link is for. All of its kind for the same account end with it, and who began an installation leaves
    /// no second way in.
    /// </summary>
    /// <returns>Whose it was; null for one that makes an account.</returns>
    /// <exception cref="LinkUsedException">Somebody was first, or it ended meanwhile.</exception>
    public async ValueTask<Guid?> UseAsync(WriteScope scope, string token, LinkKind kind)
    {
        Guid? account = null;
        await using (var found = await scope.QueryAsync(
            "DELETE FROM access_links WHERE token_hash = @hash AND kind = @kind AND until > @now RETURNING account_id", Asked(token, kind)))
        {
            if (!await found.ReadAsync())
                throw new LinkUsedException();
            account = found.IsDBNull(0) ? null : found.GetGuid(0);
        }

        await (account is null
            ? scope.ExecuteAsync("DELETE FROM access_links WHERE kind = @kind AND account_id IS NULL", ("@kind", (int)kind))
            : scope.ExecuteAsync(
                "DELETE FROM access_links WHERE kind = @kind AND account_id = @account", ("@kind", (int)kind), ("@account", account)));
        return account;
    }

    private ValueTask<List<Guid?>> FindAsync(string token, LinkKind kind, CancellationToken cancellationToken) => database.ReadAsync(
        "SELECT account_id FROM access_links WHERE token_hash = @hash AND kind = @kind AND until > @now",
        row => row.IsDBNull(0) ? (Guid?)null : row.GetGuid(0),
        cancellationToken,
        Asked(token, kind));

    private (string Name, object? Value)[] Asked(string token, LinkKind kind) =>
        [("@hash", HashOf(token)), ("@kind", (int)kind), ("@now", clock.GetUtcNow().ToUnixTimeMilliseconds())];

    private static byte[] HashOf(string token) => SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(token));
}

/// <summary>A link was used by somebody else at the same moment.</summary>
public sealed class LinkUsedException() : Exception("The link was used or has ended.");
