using System.Diagnostics;
using System.Reflection;
using System.Text.Json;

namespace Participatie.Tests.Infra;

/// <summary>The deployment on Azure, compiled with every type that it names.</summary>
public sealed class BicepTests
{
    private static readonly string[] Types =
    [
        "Microsoft.App/containerApps", "Microsoft.App/managedEnvironments", "Microsoft.DBforPostgreSQL/flexibleServers",
        "Microsoft.KeyVault/vaults", "Microsoft.ManagedIdentity/userAssignedIdentities", "Microsoft.Network/privateEndpoints",
        "Microsoft.ServiceBus/namespaces/queues",
    ];

    [Fact]
    public async Task It_compiles_without_a_warning()
    {
        var (template, problems) = await CompileAsync(Repository.Path("infra/azure.bicep"));
        Assert.Equal("", problems);

        using var document = JsonDocument.Parse(template);
        var resources = document.RootElement.GetProperty("resources").EnumerateArray().ToList();
        Assert.Empty(Types.Except(resources.Select(resource => resource.GetProperty("type").GetString()!), StringComparer.Ordinal));
        var queue = resources.Single(resource => resource.GetProperty("type").ValueEquals("Microsoft.ServiceBus/namespaces/queues"))
            .GetProperty("properties");
        Assert.True(queue.GetProperty("deadLetteringOnMessageExpiration").GetBoolean());
        Assert.True(queue.TryGetProperty("lockDuration", out _) && queue.TryGetProperty("maxDeliveryCount", out _));
    }

    /// <summary>Says only that the compiler looks: where everything is tested.</summary>
    [Fact]
    public async Task A_property_that_is_misspelt_is_a_warning()
    {
        if (Environment.GetEnvironmentVariable("PARTICIPATIE_TEST_FULL") is null)
            return;

        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.bicep");
        await File.WriteAllTextAsync(
            file,
            (await File.ReadAllTextAsync(Repository.Path("infra/azure.bicep"), TestContext.Current.CancellationToken))
                .Replace("lockDuration:", "lockDuraton:", StringComparison.Ordinal),
            TestContext.Current.CancellationToken);
        Assert.Contains("lockDuraton", (await CompileAsync(file)).Problems, StringComparison.Ordinal);
        File.Delete(file);
    }

    private static async Task<(string Template, string Problems)> CompileAsync(string file)
    {
        var compiler = typeof(BicepTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "Bicep").Value!;
        if (!OperatingSystem.IsWindows())
        {
            // A package keeps no rights to run.
            File.SetUnixFileMode(compiler, File.GetUnixFileMode(compiler) | UnixFileMode.UserExecute);
        }

        using var process = Process.Start(new ProcessStartInfo(compiler, ["build", file, "--stdout"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var problems = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (await output, problems.Trim());
    }
}
