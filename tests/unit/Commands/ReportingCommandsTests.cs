using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Participatie.Load.Filling;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Storage;
using Participatie.Web.Commands;

namespace Participatie.Tests.Commands;

/// <summary><c>export</c> and <c>summary</c> as an operator runs them, on a data folder of their own.</summary>
public sealed class ReportingCommandsTests(ReportingCommandsTests.Filled filled) : IClassFixture<ReportingCommandsTests.Filled>
{
    private const int Responses = 700;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_export_is_a_file_and_two_lines_in_the_audit_log()
    {
        Assert.Equal(
            0, await filled.RunAsync("export", "vol", "--format", "csv", "--out", filled.File("vol.csv"), "--purpose", "een proef"));

        var lines = await File.ReadAllLinesAsync(filled.File("vol.csv"), Stop);
        // What people wrote has lines of its own; a row begins with the number of its response.
        Assert.Equal(Responses, lines.Count(line => line.IndexOf(',', StringComparison.Ordinal) == 32));
        Assert.Equal(
            ["bestand begonnen: csv; alles; doel: een proef", $"bestand klaar: csv; {Responses} antwoorden"],
            (await filled.AuditAsync())[^2..]);

        Assert.Equal(
            0, await filled.RunAsync("export", "vol", "--format", "json", "--out", filled.File("deel.jsonl"), "--whose", "organisaties"));
        Assert.All(
            await File.ReadAllLinesAsync(filled.File("deel.jsonl"), Stop),
            line => Assert.EndsWith(",\"_keuze\":\"alleen organisaties\"}", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("export", "bestaat-niet")]
    [InlineData("export", "vol", "--from", "31-1-2027")]
    [InlineData("export", "leeg", "--format", "tabellen")]
    [InlineData("summary", "bestaat-niet")]
    [InlineData("summary", "leeg")]
    [InlineData("summary", "later")]
    public async Task What_cannot_be_made_ends_with_1_and_makes_no_file(params string[] words)
    {
        Assert.Equal(1, await filled.RunAsync([.. words, "--out", filled.File("niets")]));

        Assert.DoesNotContain(Directory.EnumerateFiles(filled.Folder), file => file.Contains("niets", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_summary_is_a_file_and_a_line_in_the_audit_log()
    {
        Assert.Equal(0, await filled.RunAsync("summary", "vol", "--format", "docx", "--out", filled.File("vol.docx")));
        Assert.Equal(0, await filled.RunAsync("summary", "vol", "--format", "html", "--out", filled.File("vol.html")));

        Assert.Equal("PK"u8.ToArray(), (await File.ReadAllBytesAsync(filled.File("vol.docx"), Stop))[..2]);
        Assert.Contains("Tussenstand:", await File.ReadAllTextAsync(filled.File("vol.html"), Stop), StringComparison.Ordinal);
        Assert.Contains("samenvatting gemaakt: ", await filled.AuditAsync());
    }

    /// <summary>A real one: 48 KiB of it. Where this process may not mount one, <c>ExportStreamTests</c> plays it.</summary>
    [Theory]
    [InlineData("csv")]
    [InlineData("pakket")]
    [InlineData("sav")]
    public async Task A_disk_that_fills_up_ends_with_1_and_leaves_nothing(string format)
    {
        var disk = Directory.CreateDirectory(filled.File("schijf-" + format)).FullName;
        if (await MountAsync("mount", "-t", "tmpfs", "-o", "size=48k", "tmpfs", disk) != 0)
        {
            return;
        }

        try
        {
            Assert.Equal(1, await filled.RunAsync("export", "vol", "--format", format, "--out", Path.Combine(disk, "vol")));

            Assert.Empty(Directory.EnumerateFileSystemEntries(disk));
            var last = (await filled.AuditAsync())[^1];
            Assert.StartsWith($"bestand afgebroken: {format}; ", last, StringComparison.Ordinal);
            // How far it came, and not all of it.
            Assert.InRange(int.Parse(last.Split(' ')[^2], System.Globalization.CultureInfo.InvariantCulture), 1, Responses);
        }
        finally
        {
            await MountAsync("umount", disk);
        }
    }

    private static async Task<int> MountAsync(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
            await process.WaitForExitAsync(Stop);
            return process.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return -1;
        }
    }

    public sealed class Filled : IAsyncLifetime
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("reporting");

        public string Folder => _folder.FullName;

        public string File(string name) => Path.Combine(Folder, name);

        public Task<int> RunAsync(params string[] words) => CommandLine.RunAsync([.. words, .. Settings]);

        public async Task<List<string>> AuditAsync()
        {
            var lines = new List<string>();
            await InRoomsAsync(async rooms =>
            {
                await using var context = rooms.GetRequiredService<Database>().NewContext();
                lines.AddRange(await context.AuditLog.OrderBy(line => line.Number).Select(line => line.Action + ": " + line.After)
                    .ToListAsync(Stop));
            });
            return lines;
        }

        public async ValueTask InitializeAsync() => await InRoomsAsync(async rooms =>
        {
            foreach (var slug in new[] { "vol", "leeg", "later" })
            {
                var definition = GivenConsultation.WithEveryKind().WithSlug(slug)
                    .But(one => one with { Results = slug == "later" ? ResultsMoment.AfterClosing : ResultsMoment.WhileOpen }).Build();
                Assert.Empty(await rooms.PublishAsync(definition, CancellationToken.None));
            }

            await rooms.GetRequiredService<Catalogue>().RefreshAsync(CancellationToken.None);
            var version = rooms.GetRequiredService<Catalogue>().Latest("vol")!;
            // A look is shown when the next ones have come.
            foreach (var seed in new[] { 1, 2 })
            {
                using var ended = new CancellationTokenSource();
                var counting = Burst.CountAsync(rooms, ended.Token);
                await Burst.HandInAsync(rooms, version, Responses / 2, seed, CancellationToken.None);
                await ended.CancelAsync();
                await counting;
                await rooms.GetRequiredService<Surveys.Analysis.Publishing.PublishResults>().PublishAsync(version, CancellationToken.None);
            }
        });

        public ValueTask DisposeAsync()
        {
            _folder.Delete(recursive: true);
            return ValueTask.CompletedTask;
        }

        private string[] Settings => [$"--Participatie:Data={File("data")}"];

        private async Task InRoomsAsync(Func<IServiceProvider, Task> work) => Assert.Equal(0, await CommandLine.WithRoomsAsync(
            Settings,
            async (rooms, _) =>
            {
                await work(rooms);
                return 0;
            },
            CancellationToken.None));
    }
}
