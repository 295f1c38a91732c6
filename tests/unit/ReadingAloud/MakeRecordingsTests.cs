using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Surveys.Storage;
using Participatie.Tests.Hosting;
using Participatie.Tests.Pages;
using Participatie.Web.Hosting;
using Participatie.Web.Pages.Answering;
using Participatie.Web.ReadingAloud;

namespace Participatie.Tests.ReadingAloud;

/// <summary>On the samples that every site begins with; each test has a folder of its own for the recordings.</summary>
public sealed class MakeRecordingsTests(Site site) : IClassFixture<Site>, IDisposable
{
    private readonly GivenPrograms _given = new();
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("opnamen-");
    private readonly LogLines _log = new();

    private string Folder => Path.Combine(_data.FullName, "voorlezen");

    public void Dispose()
    {
        _given.Dispose();
        _log.Dispose();
        _data.Delete(recursive: true);
    }

    [Fact]
    public async Task Makes_what_is_missing_once_and_a_second_process_takes_it()
    {
        var (make, recordings) = Given(_given.That());
        var made = await make.RunAsync(TestContext.Current.CancellationToken);
        Assert.True(made > 100, $"made {made}");
        Assert.Equal(made, Directory.GetFiles(Folder, "*.mp3").Length);
        Assert.NotNull(recordings.Of(() => SpokenPages.Charter(Wonen, InterfaceWords.For("nl"))));
        Assert.Equal(0, await make.RunAsync(TestContext.Current.CancellationToken));

        var (second, taken) = Given(_given.That("exit 1"));
        Assert.Equal(0, await second.RunAsync(TestContext.Current.CancellationToken));
        Assert.NotNull(taken.Of(() => SpokenPages.Charter(Wonen, InterfaceWords.For("nl"))));
    }

    [Fact]
    public async Task Removes_what_nobody_says_any_more()
    {
        Directory.CreateDirectory(Folder);
        var (old, half, writing, other) = (Put("0123456789abcdef.mp3"), Put("a.half"), Put("b.half"), Put("lees-mij.txt"));
        File.SetLastWriteTimeUtc(half, site.Clock.GetUtcNow().UtcDateTime.AddHours(-2));
        await Given(_given.That("exit 1")).Make.RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal([false, false, true, true], [File.Exists(old), File.Exists(half), File.Exists(writing), File.Exists(other)]);
    }

    [Fact]
    public async Task Without_the_programs_there_are_none_and_it_is_said_once()
    {
        var (make, recordings) = Given(_given.That(espeak: null));
        Assert.Equal(0, await make.RunAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, await make.RunAsync(TestContext.Current.CancellationToken));
        Assert.Null(recordings.Of(() => SpokenPages.Charter(Wonen, InterfaceWords.For("nl"))));
        Assert.Single(_log.Text.Split('\n'), line => line.Contains("not on the PATH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_voice_that_always_fails_is_not_asked_for_every_text()
    {
        await Given(_given.That("cat >> \"$0.heard\"; echo >> \"$0.heard\"; exit 1")).Make.RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal(3, _given.Heard.Count(letter => letter == '\n'));
        Assert.Contains("trying again later", _log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_no_accident()
    {
        // A file stands where the folder should be: what a full disk does too, but at once.
        await File.WriteAllTextAsync(Folder, "", TestContext.Current.CancellationToken);
        Assert.Equal(0, await Given(_given.That()).Make.RunAsync(TestContext.Current.CancellationToken));
        Assert.Contains("cannot be kept (IOException)", _log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_disk_leaves_nothing_half_written_and_no_audio()
    {
        var (make, recordings) = Given(_given.That(), async (path, _, cancellationToken) =>
        {
            await File.WriteAllTextAsync(path, "half", cancellationToken);
            // Says "no space left on device" to whoever writes to it.
            await File.WriteAllTextAsync("/dev/full", "half", cancellationToken);
        });
        Assert.Equal(0, await make.RunAsync(TestContext.Current.CancellationToken));
        Assert.Empty(Directory.GetFiles(Folder));
        Assert.Null(recordings.Of(() => SpokenPages.Charter(Wonen, InterfaceWords.For("nl"))));
        Assert.Contains("cannot be kept (IOException)", _log.Text, StringComparison.Ordinal);
    }

    private CharterView Wonen => new(site.The<Catalogue>().Latest("wonen")!, site.The<Catalogue>().LifeOf(site.The<Catalogue>().Latest("wonen")!));

    private (MakeRecordings Make, Recordings Recordings) Given(
        SpeechPrograms programs, Func<string, byte[], CancellationToken, Task>? write = null)
    {
        var recordings = new Recordings(new RecordingFolder(new Settings { DataFolder = _data.FullName }, site.Clock)
        {
            Write = write ?? File.WriteAllBytesAsync,
        });
        using var logging = LoggerFactory.Create(builder => builder.AddProvider(_log));
        return (
            new MakeRecordings(
                site.The<Catalogue>(),
                SpokenVersion.PassagesOf,
                recordings,
                new SpeakPassage(programs),
                site.The<Database>(),
                logging.CreateLogger<MakeRecordings>()),
            recordings);
    }

    private string Put(string name)
    {
        var file = Path.Combine(Folder, name);
        File.WriteAllText(file, "x");
        return file;
    }
}
