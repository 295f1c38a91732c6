using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Participatie.Surveys.Codes;
using Participatie.Tests.Storage;
using Participatie.Web.Counting;

namespace Participatie.Tests.Pages;

/// <summary>The whole site as one of several machines on one PostgreSQL: a data folder of its own, the same code key.</summary>
/// <param name="connection">To the database that they share.</param>
public sealed class SiteOnPostgres(string connection) : Site
{
    /// <summary>Without it this machine learns of others what they announce, and nothing else.</summary>
    public bool KeepsHouse { get; init; } = true;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("ConnectionStrings:Participatie", connection);
        builder.UseSetting("Participatie:CodeKey", Convert.ToBase64String(new byte[CodeKey.Bytes]));
        builder.UseSetting("Participatie:Samples", "false");
        builder.ConfigureTestServices(services =>
        {
            if (!KeepsHouse)
            {
                services.Remove(services.Single(service => service.ImplementationType == typeof(Housekeeping)));
            }
        });
    }
}

/// <summary>Two machines on one database, without a load balancer: a test says which one answers.</summary>
public sealed class TwoMachines(PostgresCluster cluster) : IAsyncLifetime
{
    private string _connection = "";

    public SiteOnPostgres A { get; private set; } = null!;

    /// <summary>Does not look by itself what others did, and reaches the database by way of <see cref="WayOfB"/>.</summary>
    public SiteOnPostgres B { get; private set; } = null!;

    public PostgresProxy WayOfB { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _connection = await cluster.NewDatabaseAsync();
        WayOfB = new PostgresProxy(_connection);
        A = new SiteOnPostgres(_connection) { Data = NewFolder() };
        B = new SiteOnPostgres(WayOfB.Connection) { Data = NewFolder(), KeepsHouse = false };
        // Both start on the empty database at the same moment: one migrates, the other waits.
        await Task.WhenAll(Begin(A), Begin(B));

        static string NewFolder() => Directory.CreateTempSubdirectory("site-").FullName;

        static Task Begin(Site site) => Task.Factory.StartNew(
            () => site.Services, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>
    /// As when it was switched over: what was the first server ends every connection, and from then on takes no changes.
    /// </summary>
    public async Task MakeStandbyAsync()
    {
        await ExecuteAsync("ALTER DATABASE {0} SET default_transaction_read_only = on");
        await BreakConnectionsAsync();
    }

    /// <summary>The server ends every connection of both machines.</summary>
    public Task BreakConnectionsAsync() =>
        ExecuteAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{0}'");

    /// <summary>New connections reach one that takes changes.</summary>
    public Task MakePrimaryAsync() => ExecuteAsync("ALTER DATABASE {0} RESET default_transaction_read_only");

    public async ValueTask DisposeAsync()
    {
        await A.DisposeAsync();
        await B.DisposeAsync();
        await WayOfB.DisposeAsync();
    }

    private async Task ExecuteAsync(string sql)
    {
        var elsewhere = new NpgsqlConnectionStringBuilder(_connection);
        var database = elsewhere.Database!;
        elsewhere.Database = "postgres";
        await using var connection = new NpgsqlConnection(elsewhere.ToString());
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql.Replace("{0}", database, StringComparison.Ordinal), connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
