using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Logging.Abstractions;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Tests.ReadingAloud;
using Participatie.Web.Pages.Answering;
using Participatie.Web.ReadingAloud;

namespace Participatie.Tests.Pages;

/// <summary>The server's audio, for browsers without a script or without a voice.</summary>
public sealed class RecordingTests(Site site) : IClassFixture<Site>, IDisposable
{
    private readonly GivenPrograms _given = new();

    public void Dispose() => _given.Dispose();

    [Theory]
    [InlineData("/raadpleging/wonen", "nl")]
    [InlineData("/raadpleging/wonen/afspraken", "nl")]
    [InlineData("/raadpleging/meepraten/vraag/eerder", "nl")]
    [InlineData("/raadpleging/meepraten/vraag/eerder", "nl-simple")]
    public async Task A_page_has_audio_as_soon_as_all_of_it_is_recorded(string address, string language)
    {
        await RecordAsync();
        var resident = site.NewResident();
        await resident.OpenAsync($"{address}?taal={language}");
        var audio = resident.Page.QuerySelector(".voorlezen details > audio")!;
        Assert.True(audio.HasAttribute("controls"));
        Assert.Equal("none", audio.GetAttribute("preload"));
        Assert.False(audio.HasAttribute("autoplay"));

        // The script marks by these times: one for each passage that it finds on the page.
        var ends = audio.GetAttribute("data-tot")!.Split(' ').Select(
            end => double.Parse(end, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(OnScreen.Passages(resident.Page, language).Count, ends.Count);
        Assert.Equal(ends.Order(), ends);
    }

    [Fact]
    public async Task A_page_that_was_shown_while_it_was_being_recorded_gets_its_audio_too()
    {
        await site.PublishAsync(new GivenConsultation().WithSlug("later").WithYesNo("later").Build());
        var resident = site.NewResident();
        var making = RecordAsync(GivenPrograms.Waits);
        while (_given.Heard.Length == 0)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        await resident.OpenAsync("/raadpleging/later/vraag/later");
        Assert.Null(resident.Page.QuerySelector("audio"));
        _given.Go();
        await making;
        await resident.OpenAsync("/raadpleging/later/vraag/later");
        Assert.NotNull(resident.Page.QuerySelector("audio"));
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("nl-simple")]
    [InlineData("en")]
    [InlineData("ar")]
    [InlineData("uk")]
    public async Task The_heaviest_question_fits_into_its_weight_with_audio(string language)
    {
        // What the headers leave of 4 KB.
        const int most = 4096 - 771;
        await RecordAsync();
        var resident = site.NewResident();
        await resident.OpenAsync("/raadpleging/themas/vraag/zes-themas");
        await resident.AnswerAsync();
        await resident.AnswerAsync();
        await resident.OpenAsync($"/raadpleging/themas/vraag/munten?taal={language}");
        Assert.Equal(
            ("/raadpleging/themas/vraag/munten", language), (resident.Address, resident.Page.DocumentElement.GetAttribute("lang")));
        Assert.NotNull(resident.Page.QuerySelector("audio"));

        using var client = site.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, resident.Address);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "br");
        request.Headers.TryAddWithoutValidation("Cookie", resident.Cookies.GetCookieHeader(client.BaseAddress!));
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(["br"], response.Content.Headers.ContentEncoding);
        Assert.InRange((await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length, 1000, most);
    }

    [Fact]
    public async Task The_audio_of_a_refused_form_begins_with_what_is_wrong()
    {
        await RecordAsync();
        var resident = site.NewResident();
        await resident.OpenAsync("/raadpleging/meepraten/vraag/eerder");
        var before = resident.Page.QuerySelector("audio")!.GetAttribute("src")!;
        await resident.PressAsync("Verder");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, resident.Status);
        var after = resident.Page.QuerySelector("audio")!.GetAttribute("src")!;
        Assert.EndsWith(before["/voorlezen/".Length..], after, StringComparison.Ordinal);
        Assert.Equal(before.Length + (2 * Voice.NameLength), after.Length);
    }

    [Fact]
    public async Task The_words_of_the_pages_are_those_that_are_recorded()
    {
        await RecordAsync();
        var resident = site.NewResident();
        foreach (var slug in (string[])["themas", "meepraten", "wonen"])
        {
            var version = site.The<Catalogue>().Latest(slug)!;
            var life = site.The<Catalogue>().LifeOf(version);
            await resident.OpenAsync($"/raadpleging/{slug}/afspraken");
            Assert.Equal(OnScreen.Passages(resident.Page, "nl"), SpokenPages.Charter(new CharterView(version, life), InterfaceWords.For("nl")));
            await resident.OpenAsync($"/raadpleging/{slug}");
            Assert.Empty(OnScreen.Passages(resident.Page, "nl").Except(SpokenVersion.PassagesOf(version, life)));
        }
    }

    [Fact]
    public async Task Audio_may_be_kept_for_a_year_and_asked_for_in_parts()
    {
        await RecordAsync();
        using var client = site.CreateClient();
        var resident = site.NewResident();
        await resident.OpenAsync("/raadpleging/wonen");
        var address = new Uri(resident.Page.QuerySelector("audio")!.GetAttribute("src")!, UriKind.Relative);
        using var whole = await client.GetAsync(address);
        Assert.Equal("audio/mpeg", whole.Content.Headers.ContentType?.MediaType);
        Assert.Equal(TimeSpan.FromDays(365), whole.Headers.CacheControl?.MaxAge);
        Assert.True(whole.Headers.CacheControl!.Public);

        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Range = new RangeHeaderValue(100, 199) } };
        using var part = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal((await whole.Content.ReadAsByteArrayAsync())[100..200], await part.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/voorlezen/0123456789abcdef.mp3")]
    [InlineData("/voorlezen/0123.mp3")]
    [InlineData("/voorlezen/0123456789ABCDEF.mp3")]
    [InlineData("/voorlezen/..%2Fparticipatie.db.mp3")]
    [InlineData("/voorlezen/.mp3")]
    [InlineData("/voorlezen/0123456789abcdef")]
    public async Task Whatever_else_is_asked_for_is_not_there(string address)
    {
        await RecordAsync();
        using var client = site.CreateClient();
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri(address, UriKind.Relative))).StatusCode);
    }

    private async Task RecordAsync(string lame = "cat") =>
        await new MakeRecordings(
            site.The<Catalogue>(),
            SpokenVersion.PassagesOf,
            site.The<Recordings>(),
            new SpeakPassage(_given.That(lame: lame)),
            site.The<Participatie.Surveys.Storage.Database>(),
            NullLogger<MakeRecordings>.Instance)
            .RunAsync(TestContext.Current.CancellationToken);
}
