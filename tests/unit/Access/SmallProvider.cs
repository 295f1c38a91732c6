using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Participatie.Tests.Access;

/// <summary>A provider of OpenID Connect that says whatever a test wants, also what no honest one would.</summary>
internal sealed class SmallProvider : IAsyncDisposable
{
    public const string ClientId = "participatie";
    public const string Secret = "een geheim van minstens tweeendertig letters";

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, (string Nonce, string Challenge)> _codes = new(StringComparer.Ordinal);

    private SmallProvider(WebApplication app) => _app = app;

    public string Issuer { get; private set; } = "";

    public RsaSecurityKey Key { get; } = new(RSA.Create(2048)) { KeyId = "een" };

    /// <summary>What it says of the person.</summary>
    public Dictionary<string, object> Person { get; } = new(StringComparer.Ordinal)
    {
        ["sub"] = "onderwerp-7", ["name"] = "Bas de Vries", ["email"] = "bas@voorbeeld.nl",
    };

    /// <summary>Makes the token of what it holds.</summary>
    public Func<Dictionary<string, object>, string> Sign { get; set; } = null!;

    /// <summary>An error instead of a code.</summary>
    public string? Error { get; set; }

    public bool TokensFail { get; set; }

    /// <summary>Every token that it gave.</summary>
    public ConcurrentQueue<string> Given { get; } = [];

    public static async Task<SmallProvider> RunningAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var provider = new SmallProvider(builder.Build());
        provider.Map();
        await provider._app.StartAsync(TestContext.Current.CancellationToken);
        provider.Issuer = provider._app.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        provider.Sign = claims => SignedBy(new SigningCredentials(provider.Key, SecurityAlgorithms.RsaSha256), claims);
        return provider;
    }

    public static string SignedBy(SigningCredentials? key, Dictionary<string, object> claims)
    {
        if (key is null)
            return $"{Encoded("""{"alg":"none","typ":"JWT"}""")}.{Encoded(JsonSerializer.Serialize(claims))}.";
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(JsonSerializer.Serialize(claims), key);
    }

    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private void Map()
    {
        _app.MapGet("/.well-known/openid-configuration", () => Results.Json(new Dictionary<string, object>
        {
            ["issuer"] = Issuer,
            ["authorization_endpoint"] = $"{Issuer}/authorize",
            ["token_endpoint"] = $"{Issuer}/token",
            ["jwks_uri"] = $"{Issuer}/keys",
        }));
        _app.MapGet("/keys", () =>
        {
            var shown = new RsaSecurityKey(Key.Rsa.ExportParameters(false)) { KeyId = Key.KeyId };
            var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(shown);
            return Results.Json(new { keys = new[] { new { kty = key.Kty, use = "sig", kid = key.KeyId, n = key.N, e = key.E } } });
        });
        _app.MapGet("/authorize", (HttpRequest request) =>
        {
            var code = Guid.NewGuid().ToString("N");
            _codes[code] = (request.Query["nonce"].ToString(), request.Query["code_challenge"].ToString());
            var answer = Error is null ? $"code={code}" : $"error={Error}&error_description=x";
            return Results.Redirect(
                $"{request.Query["redirect_uri"]}?{answer}&state={Uri.EscapeDataString(request.Query["state"].ToString())}");
        });
        _app.MapPost("/token", async (HttpRequest request) =>
        {
            var form = await request.ReadFormAsync();
            if (TokensFail)
                return Results.StatusCode(500);
            var (nonce, challenge) = _codes[form["code"].ToString()];
            if (Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) != challenge
                || form["client_secret"] != Secret)
                return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
            var now = TimeProvider.System.GetUtcNow();
            var claims = new Dictionary<string, object>(Person, StringComparer.Ordinal)
            {
                ["iss"] = Issuer,
                ["aud"] = ClientId,
                ["nonce"] = nonce,
                ["iat"] = now.ToUnixTimeSeconds(),
                ["exp"] = now.AddMinutes(5).ToUnixTimeSeconds(),
            };
            var token = Sign(claims);
            Given.Enqueue(token);
            return Results.Json(new { id_token = token, access_token = "toegang", token_type = "Bearer", expires_in = 300 });
        });
    }

    private static string Encoded(string text) => Base64UrlEncoder.Encode(Encoding.UTF8.GetBytes(text));
}
