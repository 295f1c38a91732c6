using System.Diagnostics;
using System.Text;
using CsvHelper;

namespace Participatie.Tests.Reporting.Statistics;

/// <summary>What GNU PSPP reads in a file of SPSS.</summary>
internal static class Pspp
{
    /// <summary>The rows as text, the first one with the names; numbers as they are, not as their format shows them.</summary>
    public static async Task<IReadOnlyList<string[]>> RowsAsync(string file)
    {
        var csv = Path.ChangeExtension(file, ".pspp.csv");
        await RunAsync("pspp-convert", file, csv);
        return Rows(csv);
    }

    /// <summary>What its commands print, as lines of CSV.</summary>
    public static async Task<IReadOnlyList<string[]>> SaysAsync(string file, string commands)
    {
        var syntax = Path.ChangeExtension(file, ".sps");
        var output = Path.ChangeExtension(file, ".output.csv");
        await File.WriteAllTextAsync(syntax, $"GET FILE='{file}'.\n{commands}\n", Stop);
        await RunAsync("pspp", "-o", output, "-O", "format=csv", syntax);
        return Rows(output);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static List<string[]> Rows(string csv)
    {
        using var reader = CsvReader.FromFile(csv, CsvReaderOptions.Default with { Separator = ',', HasHeader = false });
        var rows = new List<string[]>();
        while (reader.Read())
        {
            rows.Add(reader.Current.ToArray());
        }

        return rows;
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments)
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
                StandardErrorEncoding = Encoding.UTF8,
                Environment = { ["LC_ALL"] = "C.UTF-8" },
            },
        };
        process.Start();
        var said = process.StandardError.ReadToEndAsync(Stop);
        var printed = process.StandardOutput.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop);
        // It warns and goes on: a warning is a fault of the file.
        Assert.Equal((0, "", ""), (process.ExitCode, await said, await printed));
    }
}
