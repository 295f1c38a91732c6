using System.Globalization;
using System.Text;
using System.Text.Json;
using DuckDB.NET.Data;
using Participatie.Surveys.Reporting.Export;
using Participatie.Surveys.Reporting.Export.Columns;
using Participatie.Surveys.Reporting.Export.Formats;

namespace Participatie.Tests.Reporting.Statistics;

/// <summary>Holds what DuckDB reads in an export against the same export as JSON.</summary>
public sealed class ParquetExportTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(6000)]
    public async Task Every_value_is_the_one_of_the_other_files(int random)
    {
        using var run = GivenAnswers.Run(random);
        var json = await GivenAnswers.JsonAsync(run);
        var written = await run.WriteAsync("parquet");
        Assert.Equal((json.Count, 1), (written.Rows, written.Damaged));

        using var database = Open();
        var columns = run.Source(new ParquetFormat()).Plan.Columns;
        using var rows = Read(database, $"SELECT * FROM read_parquet('{run.Target}')");
        foreach (var expected in json)
        {
            Assert.True(rows.Read());
            foreach (var column in columns)
            {
                var cell = expected[column.Name];
                var isText = cell.ValueKind == JsonValueKind.String;
                switch (column.Type)
                {
                    case ColumnType.Text:
                        Assert.Equal((column.Name, isText ? cell.GetString() : null), (column.Name, Value(rows, column.Name) as string));
                        AssertCode(rows, column.Name, isText ? null : cell);
                        break;
                    case ColumnType.Whole or ColumnType.Fractional when column.Group is { } group:
                        var isCode = GivenAnswers.Number(cell) <= group.Codes[MissingCode.NotPlaced];
                        Assert.Equal(
                            isCode ? (double?)null : GivenAnswers.Number(cell),
                            Value(rows, column.Name) is { } number ? Convert.ToDouble(number, CultureInfo.InvariantCulture) : (double?)null);
                        AssertCode(rows, column.Name, isCode ? cell : null);
                        break;
                    case ColumnType.Hour:
                        Assert.Equal(
                            cell.GetString(),
                            ((DateTime)Value(rows, column.Name)!).ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture));
                        break;
                    case ColumnType.Id:
                        Assert.Equal(isText ? cell.GetString() : cell.GetRawText(), Value(rows, column.Name));
                        break;
                    default:
                        Assert.Equal(cell.GetInt32(), Value(rows, column.Name));
                        break;
                }
            }
        }

        Assert.False(rows.Read());
    }

    [Fact]
    public async Task The_codebook_is_in_the_file()
    {
        using var run = GivenAnswers.Run(0);
        await run.WriteAsync("parquet", filters: new() { Version = 2, Channel = Surveys.Intake.ResponseChannel.Paper });

        using var database = Open();
        using var rows = Read(database, $"SELECT key, value FROM parquet_kv_metadata('{run.Target}')");
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        while (rows.Read())
        {
            using var key = new StreamReader(rows.GetStream(0), Encoding.UTF8);
            using var value = new StreamReader(rows.GetStream(1), Encoding.UTF8);
            known[await key.ReadToEndAsync(TestContext.Current.CancellationToken)] =
                await value.ReadToEndAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(Encoding.UTF8.GetString(CodebookFiles.ToJson(run.Source(new ParquetFormat()).Codebook)), known["codeboek"]);
        Assert.Equal("versie 2, kanaal papier", known["keuze"]);
    }

    [Fact]
    public async Task No_response_at_all_is_a_file_all_the_same()
    {
        using var run = ExportRun.Of([.. GivenAnswers.Versions]);
        await run.WriteAsync("parquet");

        using var database = Open();
        using var rows = Read(database, $"SELECT count(*) FROM read_parquet('{run.Target}')");
        Assert.True(rows.Read());
        Assert.Equal(0L, rows.GetInt64(0));
    }

    private static void AssertCode(DuckDBDataReader rows, string column, JsonElement? code) =>
        Assert.Equal((column, code?.GetInt32()), (column, (int?)Value(rows, column + "_code")));

    private static object? Value(DuckDBDataReader rows, string column) =>
        rows.GetOrdinal(column) is var at && rows.IsDBNull(at) ? null : rows.GetValue(at);

    private static DuckDBConnection Open()
    {
        var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        return connection;
    }

    private static DuckDBDataReader Read(DuckDBConnection connection, string query)
    {
        using var command = connection.CreateCommand();
        command.CommandText = query;
        return command.ExecuteReader();
    }
}
