using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Participatie.Surveys.Codes;
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
public sealed class TwoMachines(Storage.PostgresCluster cluster) : IAsyncLifetime
{
    public SiteOnPostgres A { get; private set; } = null!;

    /// <summary>Does not look by itself what others did.</summary>
    public SiteOnPostgres B { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var connection = await cluster.NewDatabaseAsync();
        A = new SiteOnPostgres(connection) { Data = NewFolder() };
        B = new SiteOnPostgres(connection) { Data = NewFolder(), KeepsHouse = false };
        // Both start on the empty database at the same moment: one migrates, the other waits.
        await Task.WhenAll(Begin(A), Begin(B));

        static string NewFolder() => Directory.CreateTempSubdirectory("site-").FullName;

        static Task Begin(Site site) => Task.Factory.StartNew(
            () => site.Services, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    public async ValueTask DisposeAsync()
    {
        await A.DisposeAsync();
        await B.DisposeAsync();
    }
}
