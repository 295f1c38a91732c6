using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Storage;
using Participatie.Tests.Storage;

namespace Participatie.Tests.Pages;

/// <summary>
/// The release before and this one side by side on one database, as during an update: residents go from one to the other with each request,
/// and nothing is lost or counted twice. Long, because both are built.
/// </summary>
public sealed class RollingUpdateTests(PostgresCluster cluster) : IAsyncDisposable
{
    private const string Surveys = "src/Participatie.Surveys/Storage/Migrations";
    private const string Accounts = "src/Participatie.Web/Access/Migrations";
    private const string Slug = "wonen";
    private const int Walks = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("update-");
    private readonly List<Process> _running = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Worktree => Path.Combine(_folder.FullName, "before");

    [Fact]
    public async Task Residents_go_from_one_release_to_the_other_and_back()
    {
        if (Environment.GetEnvironmentVariable("PARTICIPATIE_TEST_FULL") is null)
        {
            return;
        }

        // The last one without the newest migration: so there is one between the two.
        var newest = (await RunAsync("git", "log", "-1", "--format=%H", "--diff-filter=A", "--", Surveys, Accounts)).Trim();
        await RunAsync("git", "worktree", "add", "--detach", Worktree, newest + "~1");
        var before = await PublishAsync(Worktree, "site-before");
        var now = await PublishAsync(Repository.Path("."), "site-now");
        var connection = await cluster.NewDatabaseAsync();
        await using var database = Database.Postgres(connection);

        var old = await StartAsync(before, connection);
        var known = await MigrationsAsync(database);
        await WalkAsync(old, old);
        var next = await StartAsync(now, connection);
        Assert.NotEmpty((await MigrationsAsync(database)).Except(known, StringComparer.Ordinal));
        for (var walk = 0; walk < Walks; walk++)
        {
            await WalkAsync(old, next);
            await WalkAsync(next, old);
        }

        // The old one alone goes on, for an update that is taken back; then the new one, when it is not.
        await WalkAsync(old, old);
        await WalkAsync(next, next);
        const int All = 3 + (2 * Walks);
        await UntilAsync(async () => await CountAsync(database, "SELECT COUNT(*) FROM responses WHERE state = 1") == All);
        Assert.Equal(All, await CountAsync(database, "SELECT COUNT(*) FROM responses"));
        Assert.Equal(0, await CountAsync(database, "SELECT COUNT(*) FROM queue"));
        await VerbAsync(before, connection, "recount", Slug);
        await VerbAsync(now, connection, "recount", Slug);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _running)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            process.Dispose();
        }

        if (Directory.Exists(Worktree))
        {
            await RunAsync("git", "worktree", "remove", "--force", Worktree);
        }

        _folder.Delete(recursive: true);
    }

    private static async Task WalkAsync(Uri first, Uri second)
    {
        var cookies = new CookieContainer();
        using var client = new HttpClient(new CookieContainerHandler(cookies) { InnerHandler = new InTurns(first, second) })
        {
            BaseAddress = new Uri("http://localhost"),
        };
        var resident = new Resident(client, cookies);
        await resident.ToCheckPageAsync(Slug);
        Assert.Matches(@"^\d{4} \d{4} \d{4} \d{4}$", await resident.SendAsync());
    }

    private async Task<string> PublishAsync(string source, string name)
    {
        var folder = Path.Combine(_folder.FullName, name);
        await RunAsync(
            "dotnet", "publish", Path.Combine(source, "src/Participatie.Web"), "-c", "Release", "-v", "quiet", "-p:RunAnalyzers=false",
            "-o", folder);
        return folder;
    }

    private async Task<Uri> StartAsync(string site, string connection)
    {
        var url = new Uri($"http://127.0.0.1:{FreePort()}");
        _running.Add(Process.Start(Start(site, connection, "--urls", url.ToString()))!);
        using var http = new HttpClient { BaseAddress = url };
        await UntilAsync(async () =>
        {
            try
            {
                using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative), Stop);
                return answer.IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        });
        return url;
    }

    private async Task VerbAsync(string site, string connection, params string[] words)
    {
        using var process = Process.Start(Start(site, connection, words))!;
        await process.WaitForExitAsync(Stop);
        Assert.True(process.ExitCode == 0, $"{string.Join(' ', words)} ended with {process.ExitCode}.");
    }

    private ProcessStartInfo Start(string site, string connection, params string[] words) => new(
        "dotnet",
        [
            Path.Combine(site, "Participatie.Web.dll"), .. words,
            $"--Participatie:Data={_folder.CreateSubdirectory(Guid.NewGuid().ToString("N")).FullName}",
            $"--ConnectionStrings:Participatie={connection}",
            $"--Participatie:CodeKey={Convert.ToBase64String(new byte[CodeKey.Bytes])}",
        ])
    {
        WorkingDirectory = site,
        Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Production", ["Logging__LogLevel__Default"] = "Error" },
    };

    private static async Task<string> RunAsync(string program, params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo(program, words)
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            WorkingDirectory = Repository.Path("."),
        })!;
        var said = await process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        await process.WaitForExitAsync(CancellationToken.None);
        return process.ExitCode == 0
            ? said
            : throw new InvalidOperationException($"{program} {string.Join(' ', words)} ended with {process.ExitCode}: {said}");
    }

    private static async Task<List<string>> MigrationsAsync(Database database)
    {
        await using var context = database.NewContext();
        return [.. await context.Database.GetAppliedMigrationsAsync(Stop)];
    }

    private static async Task<long> CountAsync(Database database, string sql) =>
        (await database.ReadAsync(sql, row => row.GetInt64(0), Stop))[0];

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var began = TimeProvider.System.GetTimestamp(); !await isSo();)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < Patience, "It did not come to that.");
            await Task.Delay(100, Stop);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>A load balancer that gives each request to the other one.</summary>
    private sealed class InTurns(Uri first, Uri second)
        : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        private int _requests;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var asked = request.RequestUri!;
            request.Headers.Host = asked.Host;
            request.RequestUri = new Uri(_requests++ % 2 == 0 ? first : second, asked.PathAndQuery);
            var answer = await base.SendAsync(request, cancellationToken);
            // Cookies belong to the address that was asked.
            request.RequestUri = asked;
            return answer;
        }
    }
}
