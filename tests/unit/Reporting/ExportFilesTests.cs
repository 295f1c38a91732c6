using System.Security.Cryptography;
using System.Text.Json;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Reporting.Export;
using static Participatie.Tests.Reporting.ExportColumnsTests;

namespace Participatie.Tests.Reporting;

public sealed class ExportFilesTests
{
    private static readonly Consultation Definition = new GivenConsultation().WithYesNo("klaar").Build();

    [Fact]
    public async Task The_manifest_counts_the_rows_and_knows_each_file()
    {
        using var run = Two();
        await run.WriteAsync();

        using var manifest = JsonDocument.Parse(run.Bytes("proef.csv.manifest.json"));
        var root = manifest.RootElement;

        Assert.Equal("proef", root.GetProperty("consultation").GetString());
        Assert.Equal("csv", root.GetProperty("format").GetString());
        Assert.Equal(2, root.GetProperty("rows").GetInt64());
        Assert.Equal(2, root.GetProperty("versions")[0].GetProperty("rows").GetInt64());
        Assert.Equal(ExportRun.Made, root.GetProperty("made").GetDateTimeOffset());
        Assert.Equal(
            ["proef.csv", "proef.codeboek.csv", "proef.codeboek.json"],
            root.GetProperty("files").EnumerateArray().Select(file => file.GetProperty("name").GetString()));
        Assert.All(root.GetProperty("files").EnumerateArray(), file =>
        {
            var bytes = run.Bytes(file.GetProperty("name").GetString()!);
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), file.GetProperty("sha256").GetString());
            Assert.Equal(bytes.Length, file.GetProperty("bytes").GetInt64());
        });
    }

    [Fact]
    public async Task Only_the_four_files_are_left()
    {
        using var run = Two();
        await run.WriteAsync();

        Assert.Equal(["proef.codeboek.csv", "proef.codeboek.json", "proef.csv", "proef.csv.manifest.json"], run.Files);
    }

    [Fact]
    public async Task A_failing_export_leaves_nothing()
    {
        using var run = Two().Breaking();

        await Assert.ThrowsAsync<IOException>(() => run.WriteAsync());

        Assert.Empty(run.Files);
    }

    [Fact]
    public async Task A_failing_export_leaves_the_earlier_file_as_it_was()
    {
        using var run = Two();
        await run.WriteAsync();
        var before = run.Bytes("proef.csv");

        await Assert.ThrowsAsync<IOException>(
            () => run.WithResponse(Given(Definition, ("klaar", new Chosen("ja")))).Breaking().WriteAsync());

        Assert.Equal(before, run.Bytes("proef.csv"));
        Assert.Equal(4, run.Files.Count());
    }

    [Fact]
    public async Task A_cancelled_export_leaves_nothing()
    {
        using var run = Two();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => run.WriteAsync(cancellationToken: new CancellationToken(canceled: true)));

        Assert.Empty(run.Files);
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_ends_the_export_and_does_not_hang_it()
    {
        var folder = Directory.CreateTempSubdirectory("export");
        var file = new NewFile(Path.Combine(folder.FullName, "vol.csv"));
        file.Dispose();
        var background = new BackgroundFile(file);

        Assert.Throws<ObjectDisposedException>(() => Fill(background.Output));

        await Assert.ThrowsAsync<ObjectDisposedException>(background.EndAsync);
        folder.Delete(recursive: true);
    }

    private static void Fill(ChunkedOutput output)
    {
        for (var megabyte = 0; megabyte < 8; megabyte++)
        {
            output.Append(new byte[1 << 20]);
        }
    }

    private static ExportRun Two() => ExportRun.Of(Definition)
        .WithResponse(Given(Definition, ("klaar", new Chosen("ja"))))
        .WithResponse(Given(Definition, ("klaar", new Chosen("nee"))));
}
