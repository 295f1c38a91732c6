using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Participatie.Load.Filling;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Reporting.Export;
using Participatie.Surveys.Storage;
using Participatie.Surveys.Storage.BulkReading;
using Participatie.Tests.Storage;

namespace Participatie.Tests.Reporting;

public sealed class ExportResponsesTests(PostgresCluster cluster)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task What_was_handed_in_and_not_withdrawn_is_exported(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var version = await storage.PublishAsync(GivenConsultation.WithEveryKind().Build());
        var other = await storage.PublishAsync(new GivenConsultation().WithSlug("ander").WithYesNo("klaar").Build());
        var random = new RandomAnswers(1);
        var tokens = new List<DraftToken>();
        for (var response = 0; response < 30; response++)
        {
            tokens.Add(await HandInAsync(storage, version, random.To(version.Definition)));
        }

        await HandInAsync(storage, other, random.To(other.Definition));
        var receipt = await storage.The<Receipts>().OfAsync(tokens[3], Stop);
        await storage.The<WithdrawResponse>().WithdrawAsync(receipt!.Value, Stop);

        using var folder = new TemporaryFolder();
        var manifest = await storage.The<ExportResponses>().ExportAsync(
            new ExportRequest { Slug = version.Definition.Slug, Format = ExportFormat.Csv, Target = folder.File("uit.csv") }, Stop);

        await using var context = storage.The<Database>().NewContext();
        var expected = await context.Responses.AsNoTracking()
            .Where(response => response.ConsultationId == version.ConsultationId && response.State == ResponseState.Queued)
            .ToListAsync(Stop);
        Assert.Equal(29, manifest!.Rows);
        Assert.Equal(
            expected.Select(response => Convert.ToHexStringLower(response.Id)).Order(StringComparer.Ordinal),
            (await File.ReadAllTextAsync(folder.File("uit.csv"), Stop)).Split("\r\n").Skip(1).SkipLast(1)
                .Select(line => line.Split(',')[0]));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task What_was_deleted_is_not_exported_as_an_empty_file(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var version = await storage.PublishAsync(new GivenConsultation().WithYesNo("mee").Build());
        await storage.The<GroupedWriter>().WriteAsync(scope => scope.ExecuteAsync("UPDATE consultations SET finalised_at = 1"), Stop);
        using var folder = new TemporaryFolder();

        // The command says the sentence and ends with 1.
        await Assert.ThrowsAsync<InvalidOperationException>(() => storage.The<ExportResponses>().ExportAsync(
            new ExportRequest { Slug = version.Definition.Slug, Format = ExportFormat.Csv, Target = folder.File("uit.csv") }, Stop));

        Assert.False(File.Exists(folder.File("uit.csv")));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task A_scan_hands_over_every_column_as_it_is_stored(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var version = await storage.PublishAsync(new GivenConsultation().WithOpen("open").Build());
        foreach (var length in new[] { 0, 1, 2000, 9000 })
        {
            await HandInAsync(
                storage, version, ExportColumnsTests.Given(version.Definition, ("open", new Written(new string('é', length), "nl"))));
        }

        await using var context = storage.The<Database>().NewContext();
        var stored = await context.Responses.AsNoTracking().ToListAsync(Stop);

        var scanned = new List<string>();
        await using var connection = await storage.The<Database>().OpenAsync(Stop);
        await ResponseScan.RunAsync(
            connection,
            version.ConsultationId,
            [ResponseState.Queued],
            (in ResponseRow row) =>
                scanned.Add(
                    Line(
                        row.Id,
                        row.Version,
                        row.Channel,
                        row.Organisation,
                        row.Helped,
                        row.Language,
                        row.Hour,
                        row.Rotation,
                        row.Document)),
            Stop);

        Assert.Equal(
            stored.Select(row => Line(
                row.Id,
                row.Version,
                row.Channel,
                row.Organisation,
                row.Helped,
                Encoding.UTF8.GetBytes(row.Language),
                row.Hour,
                row.Rotation,
                Encoding.UTF8.GetBytes(row.Document)))
                .Order(StringComparer.Ordinal),
            scanned);
    }

    [Fact]
    public async Task A_slug_that_nobody_knows_makes_no_file()
    {
        await using var storage = await GivenStorage.OnAsync(Provider.Sqlite, cluster);
        using var folder = new TemporaryFolder();

        var manifest = await storage.The<ExportResponses>().ExportAsync(
            new ExportRequest { Slug = "bestaat-niet", Format = ExportFormat.Csv, Target = folder.File("uit.csv") }, Stop);

        Assert.Null(manifest);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    private static async Task<DraftToken> HandInAsync(GivenStorage storage, PublishedVersion version, Answers answers)
    {
        var (token, _) = await storage.BeginAsync(version, answers);
        Assert.Equal(HandInResult.Received, await storage.HandInAsync(token, version.ConsultationId, Stop));
        return token;
    }

    private static string Line(
        ReadOnlySpan<byte> id,
        int version,
        ResponseChannel channel,
        bool organisation,
        Helped helped,
        ReadOnlySpan<byte> language,
        long hour,
        int rotation,
        ReadOnlySpan<byte> document) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Convert.ToHexStringLower(id)} {version} {channel} {organisation} {helped} {Encoding.UTF8.GetString(language)} {hour} "
                + $"{rotation} {Encoding.UTF8.GetString(document)}");

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("export").FullName;

        public string File(string name) => System.IO.Path.Combine(Path, name);

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
