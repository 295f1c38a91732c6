using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Participatie.Tests.Hosting;

/// <summary>A sign-in of the tests: whoever the header names, with roles behind it ("Anna Administrator author:wonen").</summary>
internal sealed class SignedInByHeader(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string Header = "X-Test-Person";
    private const string Name = "header";

    public static void AddTo(IServiceCollection services) =>
        services.AddAuthentication(Name).AddScheme<AuthenticationSchemeOptions, SignedInByHeader>(Name, null);

    public static ClaimsPrincipal Person(string said) => said.Split(' ') is [var name, .. var roles]
        ? new ClaimsPrincipal(
            new ClaimsIdentity(
                [
                    new(ClaimTypes.NameIdentifier, IdOf(name).ToString()),
                    new(ClaimTypes.Name, name),
                    .. roles.Select(role => role.Split(':') is [var kind, var slug] ? new Claim(kind, slug) : new Claim(ClaimTypes.Role, role)),
                ],
                Name))
        : throw new ArgumentException("No name", nameof(said));

    /// <summary>The same for the same name.</summary>
    public static Guid IdOf(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() =>
        Task.FromResult(Request.Headers.TryGetValue(Header, out var said)
            ? AuthenticateResult.Success(new AuthenticationTicket(Person(said.ToString()), Name))
            : AuthenticateResult.NoResult());
}
