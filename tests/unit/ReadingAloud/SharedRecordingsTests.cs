using Microsoft.Extensions.Logging.Abstractions;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Storage;
using Participatie.Tests.Storage;
using Participatie.Web.Pages.Answering;
using Participatie.Web.ReadingAloud;

namespace Participatie.Tests.ReadingAloud;

/// <summary>Recordings of several machines on one PostgreSQL.</summary>
public sealed class SharedRecordingsTests(PostgresCluster cluster)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_machine_makes_them_and_all_play_them()
    {
        using var programs = new GivenPrograms();
        await using var storage = await GivenStorage.OnAsync(Provider.Postgres, cluster);
        await using var beside = storage.Beside();
        var version = await storage.PublishAsync(new GivenConsultation().WithYesNo("vraag").Build());
        await beside.The<Catalogue>().RefreshAsync(Stop);
        var (here, making) = On(storage, programs.That());
        var (there, waiting) = On(beside, programs.That());
        var (mute, withoutPrograms) = On(beside, programs.That(espeak: null));

        // While one is at it the other one makes nothing, and looks again soon.
        await using (await Turn.TryTakeAsync(storage.The<Database>(), MakeRecordings.PostgresLock, Stop))
        {
            Assert.Equal((0, true), (await waiting.RunAsync(Stop), waiting.IsWaiting));
        }

        var made = await making.RunAsync(Stop);
        Assert.True(made > 10, $"made {made}");
        Assert.Equal((0, false), (await waiting.RunAsync(Stop), waiting.IsWaiting));
        Assert.Equal(made, await there.PlaceEditionAsync(Stop));
        Assert.Equal(0, await withoutPrograms.RunAsync(Stop));

        var name = Voice.NameOf(SpokenVersion.PassagesOf(version, storage.The<Catalogue>().LifeOf(version)).First());
        var sound = await here.ReadAsync(name, Stop);
        Assert.NotNull(sound);
        Assert.Equal(sound, await there.ReadAsync(name, Stop));
        Assert.Equal(sound, await mute.ReadAsync(name, Stop));
        Assert.Empty(Directory.GetFileSystemEntries(beside.Folder));
    }

    [Fact]
    public async Task What_the_other_release_says_stays_while_both_run()
    {
        await using var storage = await GivenStorage.OnAsync(Provider.Postgres, cluster);
        var place = new RecordingTable(storage.The<Database>(), storage.The<GroupedWriter>(), storage.Clock);
        await place.KeepAsync("andere", [1, 2], Stop);
        Assert.Empty(await place.TakeStockAsync(new HashSet<string>(StringComparer.Ordinal), Stop));
        Assert.Equal(1, await place.EditionAsync(Stop));

        storage.Clock.Now += TimeSpan.FromDays(3);
        await place.TakeStockAsync(new HashSet<string>(StringComparer.Ordinal), Stop);
        Assert.Equal(0, await place.EditionAsync(Stop));
    }

    private static (Recordings Recordings, MakeRecordings Make) On(GivenStorage machine, SpeechPrograms programs)
    {
        var recordings = new Recordings(
            new RecordingTable(machine.The<Database>(), machine.The<GroupedWriter>(), machine.Clock));
        return (recordings, new MakeRecordings(
            machine.The<Catalogue>(),
            SpokenVersion.PassagesOf,
            recordings,
            new SpeakPassage(programs),
            machine.The<Database>(),
            NullLogger<MakeRecordings>.Instance));
    }
}
