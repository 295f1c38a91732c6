using System.Diagnostics;

namespace Participatie.Tests.Scripts;

/// <summary>What scripts compute is tested in Node.js, which builds them too: every <c>*.test.mjs</c> of this folder.</summary>
public sealed class ScriptsTests
{
    public static TheoryData<string> Files =>
        [
            .. Directory.EnumerateFiles(Repository.Path("tests/unit/Scripts"), "*.test.mjs").Select(file => Path.GetFileName(file)!)
            .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Computes_what_is_expected(string file)
    {
        var start = new ProcessStartInfo("node", ["--test", "--test-reporter=tap", file])
        {
            WorkingDirectory = Repository.Path("tests/unit/Scripts"),
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var node = Process.Start(start)!;
        var said = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, said);
        Assert.Matches(@"(?m)^# pass [1-9]", said);
    }
}
