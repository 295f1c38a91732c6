using Participatie.Surveys.Analysis;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Language;
using Participatie.Surveys.Storage;
using Participatie.Surveys.Storage.BulkReading;
using Participatie.Tests.Intake.Unlinking;

namespace Participatie.Tests.Storage;

/// <summary>What somebody wiped or withdrew is in no file of the data folder any more.</summary>
public sealed class WipedTests(PostgresCluster cluster)
{
    private const int Rows = 25_000;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Words_that_were_wiped_or_withdrawn_are_in_no_file()
    {
        await using var storage = await GivenStorage.OnAsync(Provider.Sqlite, cluster);
        var version = await storage.PublishAsync(UnlinkLettersTests.WithLetters());
        var wiped = new List<DraftToken>();
        var withdrawn = new List<DraftToken>();
        for (var resident = 0; resident < 60; resident++)
        {
            // Some on pages of their own, some many on a page.
            var words = string.Join(' ', Enumerable.Repeat($"geheim{resident:00}woord", resident % 3 == 0 ? 200 : 2));
            var (token, draft) = await storage.BeginAsync(
                version, Answers.None.With(version.Definition.Questions[0], new Written($"blijft{resident:00} {words}", Languages.Dutch)));
            await storage.The<Drafts>().SaveAsync(
                token,
                draft,
                answers => answers.With(version.Definition.Questions[0], new Written(words, Languages.Dutch)),
                Languages.Dutch,
                Stop);
            if (resident % 2 == 0)
            {
                wiped.Add(token);
            }
            else
            {
                await storage.HandInAsync(token, version.ConsultationId, Stop);
                withdrawn.Add(token);
            }
        }

        await storage.The<CountResponses>().CountBatchAsync(Stop);
        Assert.NotEqual(0, await FoundAsync(storage.Folder));

        foreach (var token in wiped)
        {
            await storage.The<Drafts>().WipeAsync(token, Stop);
        }

        foreach (var token in withdrawn)
        {
            await storage.The<WithdrawResponse>().WithdrawAsync((await storage.The<Receipts>().OfAsync(token, Stop))!.Value, Stop);
        }

        await storage.The<CountResponses>().CountBatchAsync(Stop);
        Assert.True(await storage.The<EmptyWriteAheadLog>().RunAsync(Stop));
        Assert.Equal(0, await FoundAsync(storage.Folder));
    }

    [Fact]
    public async Task A_long_export_does_not_hold_the_log_up()
    {
        await using var storage = await GivenStorage.OnAsync(Provider.Sqlite, cluster);
        var version = await storage.PublishAsync(UnlinkLettersTests.WithLetters());
        await storage.The<GroupedWriter>().WriteAsync(
            async scope =>
            {
                for (var row = 0; row < Rows; row++)
                {
                    await InsertAsync(scope, version);
                }
            },
            Stop);
        using var ended = new CancellationTokenSource();
        var written = WriteOnAsync(storage, ended.Token);
        var export = Task.Run(() => ExportSlowlyAsync(storage, version), Stop);
        await Task.Delay(300, Stop);

        Assert.True(await storage.The<EmptyWriteAheadLog>().RunAsync(Stop));
        Assert.False(export.IsCompleted);
        Assert.Equal(Rows, await export);
        await ended.CancelAsync();
        await written;
    }

    private static async Task<int> ExportSlowlyAsync(GivenStorage storage, PublishedVersion version)
    {
        var rows = 0;
        using var slowLine = new ManualResetEventSlim();
        await using var connection = await storage.The<Database>().OpenAsync(Stop);
        await ResponseScan.RunInRangesAsync(
            connection,
            new ResponseSelection { ConsultationId = version.ConsultationId, States = [ResponseState.Counted] },
            (in ResponseRow _) =>
            {
                if (++rows % 500 == 0)
                {
                    slowLine.Wait(50);
                }
            },
            static _ => ValueTask.CompletedTask,
            Stop);
        return rows;
    }

    private static async Task WriteOnAsync(GivenStorage storage, CancellationToken until)
    {
        for (short number = 1; !until.IsCancellationRequested; number++)
        {
            var key = number;
            await storage.The<GroupedWriter>().WriteAsync(
                scope => scope.ExecuteAsync("INSERT INTO code_keys (number, proof) VALUES (@number, x'00')", ("@number", key)), Stop);
            await Task.Delay(5, CancellationToken.None);
        }
    }

    private static async Task<int> FoundAsync(string folder)
    {
        var found = 0;
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy, Stop);
            found += SqliteAdministrator.PlacesOf(copy.ToArray(), "geheim"u8.ToArray()).Count();
        }

        return found;
    }

    private static async ValueTask InsertAsync(WriteScope scope, PublishedVersion version) => await scope.ExecuteAsync(
        """
        INSERT INTO responses (consultation_id, id, version, channel, organisation, language, hour, rotation, state, key_number,
        receipt_hash, draft_proof, receipt_attempt, document)
        VALUES (@consultation, @id, @version, 0, 0, 'nl', 5, 7, 1, 1, @id, @id, 0, '{}')
        """,
        ("@consultation", version.ConsultationId),
        ("@version", version.Number),
        ("@id", Guid.NewGuid().ToByteArray()));
}
