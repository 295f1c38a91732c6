using Microsoft.Data.Sqlite;
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

    [Fact]
    public async Task What_a_killed_site_left_beside_the_database_does_not_come_into_the_restored_one()
    {
        var backup = Path.Combine(_folder.FullName, "backup.zip");
        Assert.Equal(0, await RunAsync("backup", backup));
        var left = Path.Combine(_folder.FullName, "left");
        await AskAsync("CREATE TABLE later (number INTEGER)", () => File.Copy(Database + "-wal", left));
        File.Delete(Database);
        File.Move(left, Database + "-wal");

        Assert.Equal(0, await RunAsync("restore", backup, "--without-log"));
        Assert.Equal(0L, await AskAsync("SELECT COUNT(*) FROM sqlite_schema WHERE name = 'later'"));
        Assert.Equal("ok", await AskAsync("PRAGMA integrity_check"));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private Task<int> RunAsync(params string[] arguments) => CommandLine.RunAsync([.. arguments, $"--Participatie:Data={Data}"]);

    /// <param name="sql">One statement.</param>
    /// <param name="whileOpen">Done before the last connection closes, which empties what stands beside the database.</param>
    private async Task<object?> AskAsync(string sql, Action? whileOpen = null)
    {
        await using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        var answer = await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
        whileOpen?.Invoke();
        return answer;
    }
}
