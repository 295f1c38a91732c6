using System.Buffers.Binary;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Storage;
using Participatie.Tests.Storage;

namespace Participatie.Tests.Intake;

public sealed class ForgottenLogTests(PostgresCluster cluster) : IDisposable
{
    private const int Lines = 10_000;
    private const string FolderVariable = "FORGOTTEN_LOG_FOLDER";
    private const string FirstVariable = "FORGOTTEN_LOG_FIRST";
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 30, 0, TimeSpan.Zero);
    private readonly string _folder = Directory.CreateTempSubdirectory("forgotten").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Its own processes run this method as well: those write.</summary>
    [Fact]
    public async Task Two_processes_that_write_at_once_lose_and_break_no_line()
    {
        if (Environment.GetEnvironmentVariable(FolderVariable) is { } folder)
        {
            await WriteLinesAsync(
                folder, int.Parse(Environment.GetEnvironmentVariable(FirstVariable)!, System.Globalization.CultureInfo.InvariantCulture));
            return;
        }

        await Task.WhenAll(WriteElsewhereAsync(0), WriteElsewhereAsync(Lines));

        var read = await ReadAsync(new ForgottenLog(_folder, new SetClock(Now)));
        Assert.Equal(
            Enumerable.Range(0, 2 * Lines).Select(number => Entry(number)).ToHashSet(),
            read.ToHashSet());
        Assert.Equal(2 * Lines, read.Count);
    }

    [Fact]
    public async Task The_log_of_before_and_copies_of_other_machines_are_read_and_half_lines_are_not()
    {
        var before = Entry(1);
        var elsewhere = Entry(2);
        await File.WriteAllTextAsync(Path.Combine(_folder, "forgotten.log"), $"{before}\n1764800000000 receipt 00FF\n17648", Stop);
        await File.WriteAllTextAsync(Path.Combine(_folder, "forgotten-2.log"), $"\n{elsewhere}\n", Stop);
        var log = new ForgottenLog(_folder, new SetClock(Now));
        Assert.True(log.Exists);
        log.Add(Entry(3));
        log.Add(ForgottenEntry.OfConsultation(7, Now));

        Assert.Equal(
            new[] { before, elsewhere, Entry(3), ForgottenEntry.OfConsultation(7, Now) }.ToHashSet(),
            (await ReadAsync(log)).ToHashSet());
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task What_is_forgotten_is_written_in_the_same_transaction_and_copied_to_other_machines(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var receipt = (await QueueTests.SendAsync(storage, 1)).Single();
        await storage.The<WithdrawResponse>().WithdrawAsync(receipt, Stop);

        await using var context = storage.The<Database>().NewContext();
        var stored = await context.Forgotten.AsNoTracking().SingleAsync(Stop);
        Assert.Equal([stored], await ReadAsync(storage.The<ForgottenLog>()));

        var elsewhere = new ForgottenLog(_folder, storage.Clock);
        var copy = new CopyForgotten(storage.The<Database>(), elsewhere, storage.Clock);
        Assert.Equal(1, await copy.CopyAsync(Stop));
        Assert.Equal(0, await copy.CopyAsync(Stop));
        Assert.Equal([stored], await ReadAsync(elsewhere));
        // Here it stands already.
        Assert.Equal(0, await storage.The<CopyForgotten>().CopyAsync(Stop));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static ForgottenEntry Entry(int number)
    {
        var hash = new byte[32];
        BinaryPrimitives.WriteInt32BigEndian(hash, number);
        return ForgottenEntry.OfReceipt(hash, Now);
    }

    private static async Task<List<ForgottenEntry>> ReadAsync(ForgottenLog log) => await log.ReadAsync(Now, Stop).ToListAsync(Stop);

    private static async Task WriteLinesAsync(string folder, int first)
    {
        var log = new ForgottenLog(folder, TimeProvider.System);
        // Together, as far as that is possible.
        await File.WriteAllTextAsync(Path.Combine(folder, $"ready-{first}"), "", Stop);
        while (Directory.GetFiles(folder, "ready-*").Length < 2)
        {
            await Task.Delay(10, Stop);
        }

        Parallel.For(first, first + Lines, number => log.Add(Entry(number)));
    }

    private async Task WriteElsewhereAsync(int first)
    {
        var method = $"{typeof(ForgottenLogTests).FullName}.{nameof(Two_processes_that_write_at_once_lose_and_break_no_line)}";
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["-method", method])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment = { [FolderVariable] = _folder, [FirstVariable] = $"{first}" },
        };
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop);
        Assert.True(process.ExitCode == 0, said);
    }
}
