using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Participatie.Load.Filling;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Reporting.Export;
using Participatie.Surveys.Reporting.Export.Formats;
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

        var text = await ExportAsync(storage, version.Definition.Slug);

        await using var context = storage.The<Database>().NewContext();
        var expected = await context.Responses.AsNoTracking()
            .Where(response => response.ConsultationId == version.ConsultationId && response.State == ResponseState.Queued)
            .ToListAsync(Stop);
        Assert.Equal(29, expected.Count);
        Assert.Equal(
            expected.Select(response => Convert.ToHexStringLower(response.Id)).Order(StringComparer.Ordinal),
            text!.Split("\r\n").Skip(1).SkipLast(1)
                .Select(line => line.Split(',')[0]));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task What_was_deleted_is_not_exported_as_an_empty_file(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var version = await storage.PublishAsync(new GivenConsultation().WithYesNo("mee").Build());
        await storage.The<GroupedWriter>().WriteAsync(scope => scope.ExecuteAsync("UPDATE consultations SET finalised_at = 1"), Stop);

        // The command says the sentence and ends with 1.
        await Assert.ThrowsAsync<ResponsesDeletedException>(() => ExportAsync(storage, version.Definition.Slug));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task A_scan_hands_over_every_column_as_it_is_stored(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var version = await storage.PublishAsync(new GivenConsultation().WithOpen("open").Build());
        foreach (var length in new[] { 0, 1, 2000, 9000, 40_000 })
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

        Assert.Null(await ExportAsync(storage, "bestaat-niet"));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task Filters_choose_rows_and_change_no_column_and_no_code(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var version = await storage.PublishAsync(new GivenConsultation().WithYesNo("mee").Build());
        for (var response = 0; response < 4; response++)
        {
            await HandInAsync(storage, version, ExportColumnsTests.Given(version.Definition, ("mee", new Chosen("nee"))));
        }

        // One each of four kinds: whole days in the Netherlands, where midnight of 2 January 2027 is 23:00 UTC.
        var midnight = new DateTimeOffset(2027, 1, 1, 23, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds() / 3600;
        await storage.The<GroupedWriter>().WriteAsync(
            async scope =>
            {
                var ids = await scope.Context.Responses.Select(response => response.Id).ToListAsync(Stop);
                var rows = new (long Hour, int Channel, bool Organisation)[]
                {
                    (midnight - 1, 0, false), (midnight, 1, false), (midnight + 23, 2, false), (midnight + 24, 0, true),
                };
                foreach (var (id, row) in ids.Zip(rows))
                {
                    await scope.ExecuteAsync(
                        "UPDATE responses SET hour = @hour, channel = @channel, organisation = @organisation WHERE id = @id",
                        ("@hour", row.Hour), ("@channel", (short)row.Channel), ("@organisation", row.Organisation), ("@id", id));
                }

                return 0;
            },
            Stop);
        var day = new DateOnly(2027, 1, 2);

        Assert.Equal("23 00 23 00", await FoundAsync(ExportFilters.None));
        Assert.Equal("00 23", await FoundAsync(new ExportFilters { From = day, Until = day }));
        Assert.Equal("23", await FoundAsync(new ExportFilters { Until = day.AddDays(-1) }));
        Assert.Equal("23", await FoundAsync(new ExportFilters { Channel = ResponseChannel.Paper }));
        Assert.Equal("00", await FoundAsync(new ExportFilters { Organisation = true }));
        Assert.Equal("23 00 23", await FoundAsync(new ExportFilters { Organisation = false }));
        Assert.Equal("", await FoundAsync(new ExportFilters { Version = 2 }));

        async Task<string> FoundAsync(ExportFilters filters)
        {
            var lines = (await ExportAsync(storage, version.Definition.Slug, filters))!.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
            Assert.EndsWith(",mee", lines[0], StringComparison.Ordinal);
            Assert.All(lines.Skip(1), line => Assert.EndsWith(",2", line, StringComparison.Ordinal));
            return string.Join(
                ' ',
                lines.Skip(1).Select(line => line.Split(',')[2]).Order(StringComparer.Ordinal).Select(hour => HourIn(hour)));
        }

        // Of 1 January 23:00 UTC on: the hour in the Netherlands.
        static string HourIn(string hour) =>
            $"{(int.Parse(hour.AsSpan(11, 2), CultureInfo.InvariantCulture) + 1) % 24:00}";
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task What_was_withdrawn_since_somebodys_last_file_is_counted_also_within_the_hour(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var version = await storage.PublishAsync(new GivenConsultation().WithYesNo("mee").Build());
        var other = await storage.PublishAsync(new GivenConsultation().WithSlug("ander").WithYesNo("mee").Build());
        var tokens = new List<DraftToken>();
        for (var response = 0; response < 4; response++)
        {
            tokens.Add(await HandInAsync(storage, version, ExportColumnsTests.Given(version.Definition, ("mee", new Chosen("nee")))));
        }

        var elsewhere = await HandInAsync(storage, other, ExportColumnsTests.Given(other.Definition, ("mee", new Chosen("nee"))));
        await WithdrawAsync(tokens[0]);
        Assert.Null(await SinceAsync("Anna"));
        await KeepAsync("Anna");
        Assert.Equal(0, (await SinceAsync("Anna"))!.Withdrawn);

        await WithdrawAsync(tokens[1]);
        await WithdrawAsync(tokens[2]);
        await WithdrawAsync(elsewhere);

        Assert.Equal(2, (await SinceAsync("Anna"))!.Withdrawn);
        Assert.Null(await SinceAsync("Bas"));
        await KeepAsync("Anna");
        Assert.Equal(0, (await SinceAsync("Anna"))!.Withdrawn);

        async Task WithdrawAsync(DraftToken token) => await storage.The<WithdrawResponse>().WithdrawAsync(
            (await storage.The<Receipts>().OfAsync(token, Stop))!.Value, Stop);
        Task<WithdrawnSince?> SinceAsync(string who) => storage.The<GroupedWriter>().WriteAsync(
            scope => RecordExport.SinceAsync(scope, version.ConsultationId, who), Stop);
        Task<int> KeepAsync(string who) => storage.The<GroupedWriter>().WriteAsync(
            async scope =>
            {
                await RecordExport.KeepAsync(
                    scope, version.ConsultationId, who, storage.The<TimeProvider>().GetUtcNow());
                return 0;
            },
            Stop);
    }

    private static async Task<string?> ExportAsync(GivenStorage storage, string slug, ExportFilters? filters = null)
    {
        var request = new ExportRequest
        {
            Slug = slug,
            Format = ExportFormats.Of("csv")!,
            Purpose = "een proef",
            Who = "Anna",
            Filters = filters ?? ExportFilters.None,
        };
        if (await storage.The<PrepareExport>().PrepareAsync(request, static (_, _) => ValueTask.CompletedTask, Stop) is not { } source)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        await request.Format.WriteAsync(source, bytes, Stop);
        return Encoding.UTF8.GetString(bytes.ToArray());
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
}
