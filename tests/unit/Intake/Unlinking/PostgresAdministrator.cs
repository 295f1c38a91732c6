using System.Globalization;
using Npgsql;
using Participatie.Surveys.Storage;
using Participatie.Tests.Storage;

namespace Participatie.Tests.Intake.Unlinking;

internal sealed class PostgresAdministrator : Administrator
{
    private static readonly string[] Tables = ["invitations", "invitation_uses", "drafts", "queue", "responses"];
    private readonly NpgsqlConnection _connection;
    private readonly string _dataFolder;

    private PostgresAdministrator(NpgsqlConnection connection, string dataFolder, IReadOnlyList<SentLetter> sent)
        : base(sent)
    {
        _connection = connection;
        _dataFolder = dataFolder;
    }

    public static async Task<PostgresAdministrator> OfAsync(Database database, PostgresCluster cluster, IReadOnlyList<SentLetter> sent)
    {
        var connection = (NpgsqlConnection)await database.OpenAsync(Stop);
        var administrator = new PostgresAdministrator(connection, cluster.DataFolder, sent);
        await administrator.ListAsync("CREATE EXTENSION IF NOT EXISTS pageinspect");
        return administrator;
    }

    public override async Task<IReadOnlyList<string>> TracesAsync()
    {
        var traces = new List<string>();
        foreach (var table in Tables)
        {
            traces.AddRange(await ListAsync(
                $"""
                SELECT '{table}: dead row ' || t_xmin || ' ' || t_xmax
                FROM generate_series(0, pg_relation_size('{table}') / 8192 - 1) page, heap_page_items(get_raw_page('{table}', page::int))
                WHERE t_xmax::text <> '0'
                """));
        }

        var transactions = await ListAsync("SELECT DISTINCT xmin::text FROM invitations WHERE used");
        if (transactions.Count > 1)
        {
            traces.Add($"used codes bear {transactions.Count} transactions");
        }

        traces.AddRange(
            await ListAsync(
                "SELECT 'a response and a code were written together' FROM responses r JOIN invitations i ON i.xmin = r.xmin WHERE "
                    + "i.used"));
        return [.. traces, .. await FilesAsync()];
    }

    public override ValueTask DisposeAsync() => _connection.DisposeAsync();

    protected override async Task<(IReadOnlyList<string> Codes, IReadOnlyList<string> Answers)> OrdersAsync()
    {
        var mine = Sent.Select(letter => Convert.ToHexString(letter.CodeHash)).ToHashSet();
        var codes = await ListAsync("SELECT upper(encode(code_hash, 'hex')) FROM invitations WHERE used ORDER BY ctid");
        var answers = await ListAsync("SELECT substring(document FROM 'brief ([0-9A-F]{64})') FROM responses ORDER BY ctid");
        return ([.. codes.Where(mine.Contains)], [.. answers.Where(mine.Contains)]);
    }

    /// <summary>By the transactions of the rows and of those before them, dead or not.</summary>
    protected override async Task<int> LinkedAsync()
    {
        await ListAsync("CHECKPOINT");
        var right = 0;
        foreach (var letter in Sent)
        {
            var code = Convert.ToHexString(letter.CodeHash);
            var linked = await ListAsync(
                $"""
                SELECT upper(encode(i.code_hash, 'hex')) FROM invitations i WHERE i.used AND i.xmin::text IN (
                    SELECT t_xmin::text FROM generate_series(0, pg_relation_size('responses') / 8192 - 1) page, heap_page_items(get_raw_page('responses', page::int))
                    WHERE t_data IS NOT NULL AND position('\x{Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(letter.Words))}'::bytea IN t_data) > 0)
                """);
            right += linked is [var only] && only == code ? 1 : 0;
        }

        return right;
    }

    /// <summary>Each code stands once in its table and once in its index, and in no gap of any other file of the database.</summary>
    private async Task<IReadOnlyList<string>> FilesAsync()
    {
        await ListAsync("CHECKPOINT");
        var allowed = await ListAsync("SELECT pg_relation_filepath(name) FROM (VALUES ('invitations'), ('invitations_pkey')) t(name)");
        var folder = Path.Combine(
            _dataFolder, "base", (await ListAsync("SELECT oid::text FROM pg_database WHERE datname = current_database()")).Single());
        var traces = new List<string>();
        // The cache of the catalogue comes and goes while the server runs; no row of a table is in it.
        foreach (var file in Directory.EnumerateFiles(folder).Where(file => Path.GetFileName(file) != "pg_internal.init"))
        {
            var bytes = await File.ReadAllBytesAsync(file, Stop);
            var most = allowed.Contains(Path.GetRelativePath(_dataFolder, file)) ? 1 : 0;
            traces.AddRange(Sent
                .Select(letter => SqliteAdministrator.PlacesOf(bytes, letter.CodeHash).Count())
                .Where(found => found > most)
                .Select(found => string.Create(CultureInfo.InvariantCulture, $"{found} times the code in {file}")));
        }

        return traces;
    }

    private async Task<List<string>> ListAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, _connection);
        await using var reader = await command.ExecuteReaderAsync(Stop);
        var rows = new List<string>();
        while (await reader.ReadAsync(Stop))
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
