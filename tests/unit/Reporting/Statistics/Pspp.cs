namespace Participatie.Tests.Reporting.Statistics;

/// <summary>What GNU PSPP reads in a file of SPSS.</summary>
internal static class Pspp
{
    /// <summary>The rows as text, the first one with the names; numbers as they are, not as their format shows them.</summary>
    public static async Task<IReadOnlyList<string[]>> RowsAsync(string file)
    {
        var csv = Path.ChangeExtension(file, ".pspp.csv");
        await OtherProgram.RunAsync("pspp-convert", file, csv);
        return OtherProgram.Rows(csv);
    }

    /// <summary>What its commands print, as lines of CSV.</summary>
    public static async Task<IReadOnlyList<string[]>> SaysAsync(string file, string commands)
    {
        var syntax = Path.ChangeExtension(file, ".sps");
        var output = Path.ChangeExtension(file, ".output.csv");
        await File.WriteAllTextAsync(syntax, $"GET FILE='{file}'.\n{commands}\n", TestContext.Current.CancellationToken);
        await OtherProgram.RunAsync("pspp", "-o", output, "-O", "format=csv", syntax);
        return OtherProgram.Rows(output);
    }
}
