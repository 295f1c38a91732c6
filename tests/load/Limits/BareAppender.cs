using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Participatie.Surveys.Language;

namespace Participatie.Load.Limits;

/// <summary>The least that a durable, grouped write can be: one table, one statement, one flush for all that wait.</summary>
internal sealed class BareAppender : IAsyncDisposable
{
    private const int LargestGroup = 256;

    private readonly Channel<(string Text, TaskCompletionSource Done)> _waiting = Channel.CreateUnbounded<(string, TaskCompletionSource)>();
    private readonly SqliteConnection _connection;
    private readonly Task _writing;

    public BareAppender(string file)
    {
        _connection = new SqliteConnection($"Data Source={file}");
        _connection.Open();
        using var create = _connection.CreateCommand();
        create.CommandText =
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE IF NOT EXISTS steps (id INTEGER PRIMARY KEY, text TEXT "
                + "NOT NULL)";
        create.ExecuteNonQuery();
        _writing = WriteAsync();
    }

    public Task AppendAsync(string text)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting.Writer.TryWrite((text, done));
        return done.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.Complete();
        await _writing;
        await _connection.DisposeAsync();
    }

    private async Task WriteAsync()
    {
        await Task.Yield();
        await using var insert = _connection.CreateCommand();
        insert.CommandText = "INSERT INTO steps (text) VALUES (@text)";
        var value = insert.Parameters.Add("@text", SqliteType.Text);
        var group = new List<TaskCompletionSource>();
        while (await _waiting.Reader.WaitToReadAsync())
        {
            using (var transaction = _connection.BeginTransaction())
            {
                insert.Transaction = transaction;
                while (group.Count < LargestGroup && _waiting.Reader.TryRead(out var item))
                {
                    value.Value = item.Text;
                    insert.ExecuteNonQuery();
                    group.Add(item.Done);
                }

                transaction.Commit();
            }

            group.ForEach(done => done.SetResult());
            group.Clear();
        }
    }
}
