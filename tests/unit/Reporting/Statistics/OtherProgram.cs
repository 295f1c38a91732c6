using System.Diagnostics;
using System.Text;
using CsvHelper;

namespace Participatie.Tests.Reporting.Statistics;

/// <summary>A program of somebody else that reads our files.</summary>
internal static class OtherProgram
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Every line of a CSV file that it wrote.</summary>
    public static IReadOnlyList<string[]> Rows(string csv)
    {
        using var reader = CsvReader.FromFile(csv, CsvReaderOptions.Default with { Separator = ',', HasHeader = false });
        var rows = new List<string[]>();
        while (reader.Read())
        {
            rows.Add(reader.Current.ToArray());
        }

        return rows;
    }

    /// <summary>Ends well and has nothing to say.</summary>
    public static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments)
            {
                UseShellExecute = false,
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
