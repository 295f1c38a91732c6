using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Intake.Unlinking;

/// <summary>
/// Takes responses out and puts them back in random order. The key is random already, but which page a long answer lies on and the place
/// within a page still follow from when it came.
/// </summary>
internal static class ShuffleOnSqlite
{
    /// <summary>A few milliseconds of the one writer, for which residents wait.</summary>
    public const int AtATime = 100;

    /// <returns>How many.</returns>
    public static async ValueTask<int> ShuffleAsync(WriteScope scope)
    {
        var (columns, rows) = await TakeAsync(scope);
        foreach (var row in rows)
        {
            await scope.ExecuteAsync("DELETE FROM responses WHERE consultation_id = @consultation_id AND id = @id", Key(row));
        }

        var insert =
            $"INSERT INTO responses ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(column => "@" + column))})";
        foreach (var row in rows)
        {
            await scope.ExecuteAsync(insert, row);
        }

        return rows.Count;
    }

    /// <summary>Whatever columns there are, also those of a later release.</summary>
    private static async ValueTask<(List<string> Columns, List<(string Name, object? Value)[]> Rows)> TakeAsync(WriteScope scope)
    {
        var rows = new List<(string Name, object? Value)[]>();
        await using var reader = await scope.QueryAsync(
            $"SELECT * FROM (SELECT * FROM responses WHERE shuffled = 0 AND state IN ({ShuffleResponses.States}) LIMIT {AtATime}) ORDER "
                + "BY random()");
        List<string> columns = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
        while (await reader.ReadAsync())
        {
            rows.Add([.. columns.Select((column, at) => ("@" + column, column == "shuffled" ? 1 : reader.GetValue(at)))]);
        }

        return (columns, rows);
    }

    private static (string, object?)[] Key((string Name, object? Value)[] row) =>
        [.. row.Where(value => value.Name is "@consultation_id" or "@id")];
}
