using System.Security.Cryptography;
using Participatie.Surveys.Storage;

namespace Participatie.Web.Access;

/// <summary>Links that let somebody in once. Only a hash of each is stored, so nothing in the database opens anything.</summary>
public sealed class AccessLinks(Database database, GroupedWriter writer, TimeProvider clock)
{
    private const int Bytes = 32;
    private static readonly TimeSpan SetupLasts = TimeSpan.FromHours(1);

    /// <returns>The token, which stands in no other place.</returns>
    public async Task<string> MakeSetupAsync(CancellationToken cancellationToken)
    {
        // Small letters and digits: an address is made small before it is looked for.
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));
        var now = clock.GetUtcNow();
        await writer.WriteAsync(
            async scope =>
            {
                await scope.ExecuteAsync("DELETE FROM access_links WHERE until <= @now", ("@now", now.ToUnixTimeMilliseconds()));
                await scope.ExecuteAsync(
                    "INSERT INTO access_links (token_hash, kind, until) VALUES (@hash, @kind, @until)",
                    ("@hash", HashOf(token)), ("@kind", (int)LinkKind.Setup), ("@until", (now + SetupLasts).ToUnixTimeMilliseconds()));
            },
            cancellationToken);
        return token;
    }

    public async Task<bool> IsValidAsync(string token, LinkKind kind, CancellationToken cancellationToken) =>
        (await database.ReadAsync(
            "SELECT 1 FROM access_links WHERE token_hash = @hash AND kind = @kind AND until > @now",
            _ => true,
            cancellationToken,
            ("@hash", HashOf(token)), ("@kind", (int)kind), ("@now", clock.GetUtcNow().ToUnixTimeMilliseconds()))).Count > 0;

    /// <summary>
    /// In the transaction of what the link is for. All of its kind end with it: who began an installation leaves no second way in.
    /// </summary>
    /// <exception cref="LinkUsedException">Somebody was first, or it ended meanwhile.</exception>
    public async ValueTask UseAsync(WriteScope scope, string token, LinkKind kind)
    {
        var used = await scope.ExecuteAsync(
            "DELETE FROM access_links WHERE token_hash = @hash AND kind = @kind AND until > @now",
            ("@hash", HashOf(token)), ("@kind", (int)kind), ("@now", clock.GetUtcNow().ToUnixTimeMilliseconds()));
        if (used == 0)
            throw new LinkUsedException();
        await scope.ExecuteAsync("DELETE FROM access_links WHERE kind = @kind", ("@kind", (int)kind));
    }

    private static byte[] HashOf(string token) => SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(token));
}

/// <summary>A link was used by somebody else at the same moment.</summary>
public sealed class LinkUsedException() : Exception("The link was used or has ended.");
