using Participatie.Web.Commands;

namespace Participatie.Tests.Commands;

public sealed class RestoreCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("restore");

    private string Data => Path.Combine(_folder.FullName, "data");

    private string Database => Path.Combine(Data, "participatie.db");

    [Fact]
    public async Task Without_the_log_nothing_is_done_until_it_is_there_or_said_to_be_lost()
    {
        var backup = Path.Combine(_folder.FullName, "backup.zip");
        Assert.Equal(0, await RunAsync("backup", backup));
        File.Delete(Database);

        Assert.Equal(1, await RunAsync("restore", backup));
        Assert.False(File.Exists(Database));
        Assert.Empty(Directory.GetFiles(Data, "*.pending"));
        Assert.Equal(0, await RunAsync("restore", backup, "--without-log"));
        Assert.True(File.Exists(Database));

        File.Delete(Database);
        await File.WriteAllTextAsync(Path.Combine(Data, "forgotten-web1.log"), "", TestContext.Current.CancellationToken);
        Assert.Equal(0, await RunAsync("restore", backup));
        Assert.True(File.Exists(Database));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private Task<int> RunAsync(params string[] arguments) => CommandLine.RunAsync([.. arguments, $"--Participatie:Data={Data}"]);
}
