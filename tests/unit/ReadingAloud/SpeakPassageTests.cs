using System.Diagnostics;
using Participatie.Surveys.Language;
using Participatie.Web.ReadingAloud;

namespace Participatie.Tests.ReadingAloud;

public sealed class SpeakPassageTests : IDisposable
{
    private static readonly Passage Question = new("Wat vindt u van 3 buurten?", "nl");
    private readonly GivenPrograms _given = new();

    public void Dispose() => _given.Dispose();

    [Theory]
    [InlineData("nl", "Wat vindt u van uw buurt?")]
    [InlineData("nl-simple", "Hoe gaat het met u?")]
    [InlineData("en", "What do you think of your village?")]
    [InlineData("uk", "Що ви думаєте про своє село?")]
    [InlineData("ar", "ما رأيك في قريتك؟")]
    public async Task The_real_programs_make_speech_that_can_be_heard(string language, string text)
    {
        var sound = await SpeakAsync(SpeechPrograms.OnPath(), new Passage(text, language));
        // Each file begins with a frame: the sync word of an MP3.
        Assert.True(sound is [0xFF, >= 0xE0, ..], "no MP3");
        var seconds = (double)sound.Length / Mp3.BytesPerSecond;
        Assert.InRange(seconds, 1, 6);
    }

    [Fact]
    public async Task The_voice_is_given_the_text_written_out()
    {
        Assert.NotNull(await SpeakAsync(_given.That(), Question));
        Assert.Equal("Wat vindt u van drie buurten?\n", _given.Heard);
    }

    [Fact]
    public async Task A_text_cannot_be_taken_for_an_option()
    {
        Assert.NotNull(await SpeakAsync(_given.That(), new Passage("--version", "en")));
        Assert.Equal("--version\n", _given.Heard);
    }

    [Theory]
    [InlineData("exit 1")]
    [InlineData("exit 0")]
    [InlineData("head -c 44100 /dev/zero")]
    [InlineData("printf 'RIFF'; head -c 44100 /dev/zero")]
    public async Task A_voice_that_fails_or_is_silent_makes_nothing(string espeak) =>
        Assert.Null(await SpeakAsync(_given.That(espeak), Question));

    [Theory]
    [InlineData("exit 1")]
    [InlineData("cat > /dev/null")]
    public async Task An_encoder_that_fails_makes_nothing(string lame) =>
        Assert.Null(await SpeakAsync(_given.That(lame: lame), Question));

    [Fact]
    public async Task A_voice_that_writes_without_end_is_ended() =>
        Assert.Null(await SpeakAsync(_given.That("yes RIFF"), Question));

    [Fact]
    public async Task A_voice_that_hangs_is_ended_with_its_children()
    {
        var mark = 100_000 + Environment.ProcessId;
        var waited = Stopwatch.StartNew();
        Assert.Null(await SpeakAsync(_given.That($"sleep {mark} &\nsleep {mark}"), Question, TimeSpan.FromSeconds(1)));
        Assert.True(waited.Elapsed < TimeSpan.FromSeconds(10), $"waited {waited.Elapsed}");
        await Task.Delay(200, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(CommandLines(), line => line.Contains($"sleep\0{mark}", StringComparison.Ordinal));
    }

    private static Task<byte[]?> SpeakAsync(SpeechPrograms programs, Passage passage, TimeSpan? within = null) =>
        new SpeakPassage(programs) { Within = within ?? TimeSpan.FromSeconds(20) }.AsMp3Async(
            passage, TestContext.Current.CancellationToken);

    private static List<string> CommandLines()
    {
        var lines = new List<string>();
        foreach (var process in Directory.EnumerateDirectories("/proc").Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0])))
        {
            try
            {
                lines.Add(File.ReadAllText(Path.Combine(process, "cmdline")));
            }
            catch (IOException)
            {
                // It ended while we looked.
            }
        }

        return lines;
    }
}
