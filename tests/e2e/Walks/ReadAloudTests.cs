using Participatie.Journeys.Browsing;
using Participatie.Journeys.Looking;
using Participatie.Journeys.Screens;
using Participatie.Journeys.Site;

namespace Participatie.Journeys.Walks;

/// <summary>Somebody who listens because reading is hard.</summary>
public sealed class ReadAloudTests(SiteUnderTest site, Chromium chromium) : Journey(site, chromium)
{
    private const string DutchVoice = "{ lang: 'nl-NL', localService: true }";
    private const string First = "/raadpleging/meepraten/vraag/eerder";

    /// <summary>At idle priority beside the other journeys.</summary>
    private static readonly TimeSpan RecordedWithin = TimeSpan.FromMinutes(15);

    [Theory]
    [InlineData("nl", false)]
    [InlineData("nl-simple", true)]
    public Task A_resident_listens_pauses_goes_on_and_stops(string language, bool keyboardOnly) =>
        WalkAsync(new Device { Language = language, KeyboardOnly = keyboardOnly, Width = 390 }, async visitor =>
        {
            var labels = Labels.In(language);
            var speech = await Speech.OfAsync(visitor, DutchVoice);
            await visitor.OpenAsync(First);
            await Assertions.Expect(Button(visitor, labels["aloud.read"])).ToBeVisibleAsync();
            Assert.Empty(await speech.SaidAsync());

            await visitor.Hands.PressAsync(Button(visitor, labels["aloud.read"]));
            await ExpectMarkedAsync(visitor, labels.Format("form.progress", 1, 10));
            await speech.FinishAsync();
            var heading = await Screen.Seen(visitor).HeadingAsync();
            await ExpectMarkedAsync(visitor, (await speech.SaidAsync())[^1]);
            Assert.StartsWith((await speech.SaidAsync())[^1], heading, StringComparison.Ordinal);
            await visitor.LookAgainAsync();

            await visitor.Hands.PressAsync(Button(visitor, labels["aloud.pause"]));
            Assert.False(await speech.IsSpeakingAsync());
            await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync(labels["aloud.paused"]);
            await visitor.LookAgainAsync();

            await visitor.Hands.PressAsync(Button(visitor, labels["aloud.resume"]));
            var said = await speech.SaidAsync();
            Assert.Equal(said[^2], said[^1]);

            await visitor.Hands.PressAsync(Button(visitor, labels["aloud.stop"]));
            Assert.False(await speech.IsSpeakingAsync());
            await Assertions.Expect(Marked(visitor)).ToHaveCountAsync(0);
            await Assertions.Expect(Button(visitor, labels["aloud.read"])).ToBeFocusedAsync();
            await Assertions.Expect(Button(visitor, labels["aloud.stop"])).ToHaveCountAsync(0);
            Assert.Equal(heading, await Screen.Seen(visitor).HeadingAsync());
        });

    [Fact]
    public Task Everything_on_screen_is_said_once_and_what_was_typed_never() => WalkAsync(new Device { Looks = [] }, async visitor =>
    {
        var speech = await Speech.OfAsync(visitor, DutchVoice);
        var question = await Passing.ToAsync(visitor, "wonen", "idee");
        await question.WriteAsync("Mijn buurman heet Geheim.");
        var before = OneLine(await question.TextAsync());
        await ListenToTheEndAsync(visitor, speech);
        var said = await speech.SaidAsync();
        Assert.Equal(said.Distinct(StringComparer.Ordinal), said);
        Assert.Contains(await question.HeadingAsync(), said);
        Assert.DoesNotContain(said, sentence => sentence.Contains("Geheim", StringComparison.Ordinal));
        Assert.Equal(before, OneLine((await question.TextAsync()).Replace(Labels.In("nl")["aloud.done"], "", StringComparison.Ordinal)));
    });

    [Fact]
    public Task Errors_are_said_first_and_leaving_the_page_ends_it() => WalkAsync(new Device { Looks = [] }, async visitor =>
    {
        var speech = await Speech.OfAsync(visitor, DutchVoice);
        await visitor.OpenAsync(First);
        var refused = (QuestionScreen)await ((QuestionScreen)Screen.Seen(visitor)).NextAsync();
        Assert.Equal(422, visitor.Status);
        await visitor.Hands.PressAsync(Button(visitor, Labels.In("nl")["aloud.read"]));
        await ExpectMarkedAsync(visitor, Labels.In("nl")["form.error.heading"]);
        await speech.FinishAsync();
        Assert.Equal((await refused.ProblemsAsync())[0].Split(". ")[0].TrimEnd('.'), (await speech.SaidAsync())[^1].TrimEnd('.'));

        await refused.BackAsync();
        Assert.False(await speech.IsSpeakingAsync());
    });

    [Fact]
    public Task A_voice_that_fails_is_said_calmly() => WalkAsync(new Device { Looks = [] }, async visitor =>
    {
        var speech = await Speech.OfAsync(visitor, DutchVoice);
        await visitor.OpenAsync("/raadpleging/wonen/afspraken");
        await visitor.Hands.PressAsync(Button(visitor, Labels.In("nl")["aloud.read"]));
        await speech.FailAsync();
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync(Labels.In("nl")["aloud.failed"]);
        await Assertions.Expect(Marked(visitor)).ToHaveCountAsync(0);
    });

    [Theory]
    [InlineData]
    [InlineData("{ lang: 'nl-NL', localService: false }", "{ lang: 'de-DE', localService: true }")]
    public Task Without_a_local_voice_for_the_language_there_is_no_button(params string[] voices) =>
        WalkAsync(new Device { Looks = [] }, async visitor =>
    {
        await Speech.OfAsync(visitor, voices);
        // A page that has no recording either.
        await visitor.OpenAsync("/raadpleging/themas/resultaat");
        await visitor.Page.WaitForTimeoutAsync(300);
        await Assertions.Expect(Button(visitor, Labels.In("nl")["aloud.read"])).ToHaveCountAsync(0);
    });

    [Fact]
    public Task Without_a_voice_the_buttons_play_the_recording() => WalkAsync(new Device { Width = Look.Narrow }, async visitor =>
    {
        var labels = Labels.In("nl");
        var asked = new List<string>();
        visitor.Page.Request += (_, request) => asked.Add(new Uri(request.Url).AbsolutePath);
        await OpenRecordedAsync(visitor);
        await Assertions.Expect(visitor.Page.GetByText(labels["aloud.listen"])).ToBeHiddenAsync();
        Assert.DoesNotContain(asked, IsRecording);
        await visitor.Hands.PressAsync(Button(visitor, labels["aloud.read"]));
        await ExpectMarkedAsync(visitor, labels.Format("form.progress", 1, 10));
        Assert.Contains(asked, IsRecording);
        await Assertions.Expect(Marked(visitor).First).Not.ToHaveTextAsync(labels.Format("form.progress", 1, 10));
        await visitor.Hands.PressAsync(Button(visitor, labels["aloud.pause"]));
        Assert.True(await visitor.Page.EvaluateAsync<bool>("() => document.querySelector('audio').paused"));
        await visitor.Hands.PressAsync(Button(visitor, labels["aloud.stop"]));
        await Assertions.Expect(Marked(visitor)).ToHaveCountAsync(0);
    });

    [Fact]
    public Task Without_a_script_there_are_plain_controls() =>
        WalkAsync(new Device { Script = false, Width = Look.Narrow }, async visitor =>
    {
        var asked = new List<string>();
        visitor.Page.Request += (_, request) => asked.Add(new Uri(request.Url).AbsolutePath);
        await OpenRecordedAsync(visitor);
        await visitor.Page.GetByText(Labels.In("nl")["aloud.listen"]).ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("audio[controls]")).ToBeVisibleAsync();
        await visitor.LookAgainAsync();
        Assert.DoesNotContain(asked, IsRecording);
    });

    private static async Task OpenRecordedAsync(Visitor visitor)
    {
        var waited = System.Diagnostics.Stopwatch.StartNew();
        using var http = new HttpClient { BaseAddress = visitor.Site };
        while (!(await http.GetStringAsync(new Uri(First, UriKind.Relative))).Contains("<audio", StringComparison.Ordinal))
        {
            Assert.True(waited.Elapsed < RecordedWithin, "There is no recording.");
            await Task.Delay(1000);
        }

        await visitor.OpenAsync(First);
    }

    private static async Task ListenToTheEndAsync(Visitor visitor, Speech speech)
    {
        await visitor.Hands.PressAsync(Button(visitor, Labels.In("nl")["aloud.read"]));
        for (var sentence = 0; sentence < 100 && await Marked(visitor).CountAsync() > 0; sentence++)
            await speech.FinishAsync();
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync(Labels.In("nl")["aloud.done"]);
    }

    private static bool IsRecording(string path) => path.StartsWith("/voorlezen/", StringComparison.Ordinal);

    private static ILocator Button(Visitor visitor, string name) =>
        visitor.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static ILocator Marked(Visitor visitor) => visitor.Page.Locator(".voorgelezen");

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static Task ExpectMarkedAsync(Visitor visitor, string sentence) =>
        Assertions.Expect(Marked(visitor).First).ToHaveTextAsync(sentence);
}
