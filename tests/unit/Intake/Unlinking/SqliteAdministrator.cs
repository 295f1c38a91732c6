using System.Text;

namespace Participatie.Tests.Intake.Unlinking;

internal sealed class SqliteAdministrator(string file, IReadOnlyList<SentLetter> sent) : Administrator(sent)
{
    /// <summary>A draft's row holds both, with little between them.</summary>
    private const int Near = 600;

    public override async Task<IReadOnlyList<string>> TracesAsync()
    {
        var traces = new List<string>();
        foreach (var (name, bytes) in await FilesAsync())
        {
            if (name.EndsWith("-wal", StringComparison.Ordinal) && bytes.Length > 0)
            {
                traces.Add($"{bytes.Length} bytes of log");
            }

            foreach (var letter in Sent)
            {
                var found = PlacesOf(bytes, letter.CodeHash).Count();
                if (found > (name == Path.GetFileName(file) ? 1 : 0))
                {
                    traces.Add($"{found} times the code in {name}");
                }
            }
        }

        return traces;
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    protected override async Task<(IReadOnlyList<string> Codes, IReadOnlyList<string> Answers)> OrdersAsync()
    {
        var database = await File.ReadAllBytesAsync(file, Stop);
        return (Order(letter => letter.CodeHash), Order(letter => Encoding.UTF8.GetBytes(letter.Words)));

        IReadOnlyList<string> Order(Func<SentLetter, byte[]> what) =>
            [
                .. Sent.OrderBy(letter => PlacesOf(database, what(letter)).FirstOrDefault())
                .Select(letter => Convert.ToHexString(letter.CodeHash)),
            ];
    }

    protected override async Task<int> LinkedAsync()
    {
        var files = await FilesAsync();
        return Sent.Count(letter => files.Any(found =>
        {
            var words = PlacesOf(found.Bytes, Encoding.UTF8.GetBytes(letter.Words)).ToList();
            return PlacesOf(found.Bytes, letter.CodeHash).Any(code => words.Exists(at => Math.Abs(at - code) < Near));
        }));
    }

    internal static IEnumerable<int> PlacesOf(byte[] bytes, byte[] what)
    {
        for (var at = 0; bytes.AsSpan(at).IndexOf(what) is >= 0 and var next; at += next + 1)
        {
            yield return at + next;
        }
    }

    private async Task<List<(string Name, byte[] Bytes)>> FilesAsync()
    {
        var files = new List<(string, byte[])>();
        foreach (var beside in Directory.EnumerateFiles(Path.GetDirectoryName(file)!))
        {
            await using var stream = new FileStream(beside, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy, Stop);
            files.Add((Path.GetFileName(beside), copy.ToArray()));
        }

        return files;
    }
}
