using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Reporting.Export.Formats;
using static Participatie.Tests.Reporting.ExportColumnsTests;

namespace Participatie.Tests.Reporting;

public sealed class ExportFilesTests
{
    private static readonly Consultation Definition = new GivenConsultation().WithYesNo("klaar").Build();

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
        Assert.Equal(["proef.csv"], run.Files);
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
        using var run = Two();
        var closed = new MemoryStream();
        await closed.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => ExportFormats.Of("csv")!.WriteAsync(
            run.Source(ExportFormats.Of("csv")!), closed, CancellationToken.None));
    }

    private static ExportRun Two() => ExportRun.Of(Definition)
        .WithResponse(Given(Definition, ("klaar", new Chosen("ja"))))
        .WithResponse(Given(Definition, ("klaar", new Chosen("nee"))));
}
