using System.Diagnostics;
using System.Runtime.Versioning;

namespace Participatie.Tests.Hosting;

/// <summary>The real program under the laxest mask, in a folder that everybody may read: what it writes is its owner's alone.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class FileRightsTests : IDisposable
{
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rights");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_it_writes_is_its_owners_alone()
    {
        var data = _folder.CreateSubdirectory("data");
        data.UnixFileMode |= Others;
        // What an earlier release left.
        foreach (var old in (string[])["forgotten.log", "keys/key-1.xml", "voorlezen/a.mp3"])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(data.FullName, old))!);
            await File.WriteAllTextAsync(Path.Combine(data.FullName, old), "", Stop);
        }

        using (var site = Begin("--urls", "http://127.0.0.1:0"))
        {
            try
            {
                await ListensAsync(site);
                Assert.Contains("participatie.db-wal", Names(data));
                using var watched = new CancellationTokenSource();
                var seen = WatchAsync(watched.Token);
                await RunAsync("invite", "wonen", "--count", "3", "--out", Path.Combine(_folder.FullName, "codes.txt"));
                await RunAsync("backup", Path.Combine(_folder.FullName, "backup.zip"));
                await RunAsync("export", "wonen", "--out", Path.Combine(_folder.FullName, "uit.csv"));
                await watched.CancelAsync();
                Assert.Empty(await seen);
                Assert.Empty(Open());
            }
            finally
            {
                site.Kill(entireProcessTree: true);
                await site.WaitForExitAsync(CancellationToken.None);
            }
        }

        Assert.Superset(new HashSet<string> { "backup.zip", "codes.txt", "uit.csv" }, Names(_folder).ToHashSet());
        Assert.Empty(((string[])["participatie.db", "code.key", "site.lock", "forgotten.log", "key-1.xml"]).Except(Names(data)));
        File.Delete(Path.Combine(data.FullName, "participatie.db"));
        await RunAsync("restore", Path.Combine(_folder.FullName, "backup.zip"));
        Assert.Empty(Open());
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static IEnumerable<string> Names(DirectoryInfo folder) =>
        folder.EnumerateFiles("*", SearchOption.AllDirectories).Select(file => file.Name);

    /// <summary>What others than the owner may do something with; the folder of the operator is the operator's.</summary>
    private List<string> Open() => [.. _folder.EnumerateFileSystemInfos("*", SearchOption.AllDirectories)
        .Where(item => item.Name != "data" && item.Exists && (item.UnixFileMode & Others) != UnixFileMode.None)
        .Select(item => $"{item.Name}: {item.UnixFileMode}")];

    /// <summary>Also what is there for a moment only.</summary>
    private async Task<HashSet<string>> WatchAsync(CancellationToken until)
    {
        var seen = new HashSet<string>();
        await Task.Yield();
        while (!until.IsCancellationRequested)
        {
            try
            {
                seen.UnionWith(Open());
            }
            catch (FileNotFoundException)
            {
                // Gone between two looks.
            }

            await Task.Delay(2, CancellationToken.None);
        }

        return seen;
    }

    private static async Task ListensAsync(Process site)
    {
        while (await site.StandardOutput.ReadLineAsync(Stop) is { } line)
        {
            if (line.Contains("Now listening on", StringComparison.Ordinal))
            {
                // Read on, or a full pipe would hold it up.
                _ = site.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return;
            }
        }

        throw new InvalidOperationException(await site.StandardError.ReadToEndAsync(Stop));
    }

    private async Task RunAsync(params string[] arguments)
    {
        using var command = Begin(arguments);
        command.BeginOutputReadLine();
        var complaint = await command.StandardError.ReadToEndAsync(Stop);
        await command.WaitForExitAsync(Stop);
        Assert.True(command.ExitCode == 0, $"{arguments[0]} ended with {command.ExitCode}: {complaint}");
    }

    private Process Begin(params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Participatie.Web.dll");
        string[] words =
            [
                "-c",
                "umask 000; exec dotnet \"$0\" \"$@\"",
                program,
                .. arguments,
                $"--Participatie:Data={Path.Combine(_folder.FullName, "data")}",
            ];
        return Process.Start(new ProcessStartInfo("bash", words)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Production", ["DOTNET_ENVIRONMENT"] = "Production" },
        })!;
    }
}
