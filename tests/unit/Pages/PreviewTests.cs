using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Previews;
using Participatie.Surveys.Storage;

namespace Participatie.Tests.Pages;

/// <summary>Staff see what residents will see, and nothing of it counts.</summary>
public sealed class PreviewTests(Site site) : IClassFixture<Site>
{
    private static int _slugs;

    public static TheoryData<string, int> Walks { get; } = new MatrixTheoryData<string, int>(
        ["themas", "meepraten", "wonen"], [0, 1, 2, 3, 4, 5]);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Walks))]
    public async Task A_whole_walk_ends_with_thanks_and_leaves_nothing(string sample, int pick)
    {
        var preview = await GivenPreview.OfSampleAsync(site, sample, NewSlug());
        var before = await StoredAsync();
        var looker = site.NewResident();
        await looker.WalkFromAsync(preview.Address, pick);
        AssertIsPreview(looker, preview);
        await looker.PressAsync("Versturen");
        Assert.Equal($"{preview.Address}/bedankt", looker.Address);
        AssertIsPreview(looker, preview);
        Assert.Contains("Er is niets verstuurd", NoticeOf(looker), StringComparison.Ordinal);
        Assert.Null(await site.The<Surveys.Intake.Receipts>().LookUpAsync(Code.Parse(looker.Receipt())!.Value, Stop));
        Assert.Equal(before, await StoredAsync());
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("nl-simple")]
    [InlineData("en")]
    public async Task Every_page_is_the_one_that_residents_get(string language)
    {
        var slug = NewSlug();
        var definition = GivenConsultation.WithEveryKind().WithSlug(slug).ClosingOn(Today.AddDays(60)).Build();
        var preview = await GivenPreview.OfAsync(site, definition with { Slug = slug + "-concept" });
        await site.PublishAsync(definition);
        var (looker, resident) = (site.NewResident(), site.NewResident());
        await OpenAsync("?taal=" + language);
        AssertSame();
        foreach (var page in new[] { "/afspraken", "/samen", "/samen/geholpen", "/gedeeld", "/papier", "/papier/groot" })
        {
            await OpenAsync(page);
            AssertSame();
        }

        // Whoever fills in reads Dutch here.
        await OpenAsync("?taal=nl");
        await OpenAsync("/vraag/choice");
        var pages = new List<string>();
        while (!looker.Address.EndsWith("/controleren", StringComparison.Ordinal))
        {
            Assert.True(pages.Count < 40, "The walk does not end.");
            AssertSame();
            pages.Add(looker.Address[preview.Address.Length..]);
            await looker.AnswerAsync(1);
            await resident.AnswerAsync(1);
        }

        await OpenAsync("?taal=" + language);
        foreach (var page in (string[])[.. pages, "/controleren", "/stop", "/stop/wissen"])
        {
            await OpenAsync(page);
            Assert.Equal(language, looker.Page.DocumentElement.GetAttribute("lang"));
            AssertSame();
        }

        async Task OpenAsync(string page)
        {
            await looker.OpenAsync(preview.Address + page);
            await resident.OpenAsync($"/raadpleging/{slug}{page}");
        }

        void AssertSame()
        {
            Assert.Equal(HttpStatusCode.OK, looker.Status);
            Assert.Equal(
                Comparable(resident, Participatie.Web.Addresses.Consultation(slug), slug),
                Comparable(looker, preview.Address, preview.Slug));
        }
    }

    [Fact]
    public async Task What_was_filled_in_is_shown_again_and_refused_as_for_residents()
    {
        var preview = await GivenPreview.OfSampleAsync(site, "meepraten", NewSlug());
        var looker = site.NewResident();
        await looker.OpenAsync($"{preview.Address}/vraag/eerder");
        await looker.PressAsync("Verder");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, looker.Status);
        Assert.StartsWith("Fout: ", looker.Title, StringComparison.Ordinal);
        AssertIsPreview(looker, preview);
        await looker.Choose("Nee").PressAsync("Verder");
        await looker.FollowAsync("Terug");
        Assert.Equal(["Nee"], looker.Chosen());
        await looker.OpenAsync(preview.Address);
        await looker.FollowAsync("Ga verder");
        await looker.PressAsync("Ik snap deze vraag niet");
        AssertIsPreview(looker, preview);
        await using var db = site.The<Database>().NewContext();
        Assert.False(await db.NotUnderstood.AnyAsync(count => count.ConsultationId == preview.ConsultationId, Stop));
    }

    [Fact]
    public async Task The_draft_of_a_preview_cannot_be_handed_in_at_the_real_address_nor_the_other_way_round()
    {
        var slug = NewSlug();
        var version = await site.PublishAsync(new GivenConsultation().WithSlug(slug).ClosingOn(Today.AddDays(30)).WithYesNo("mee").Build());
        var preview = await GivenPreview.OfAsync(site, version.Definition with { Slug = slug + "-nieuw" });
        var looker = site.NewResident();
        await looker.WalkFromAsync(preview.Address);
        var resident = site.NewResident();
        await resident.ToCheckPageAsync(slug);
        var before = await StoredAsync();
        var (previewed, drafted) = (CookieOf(looker, preview.Address, "voorbeeld"), CookieOf(resident, "/", "concept-" + slug));

        // By hand, as a browser never would.
        looker.Cookies.Add(new Uri("http://localhost"), new Cookie("concept-" + slug, previewed.Value, "/"));
        var (_, fields) = looker.Form("Versturen");
        await looker.PostAsync($"/raadpleging/{slug}/controleren", fields);
        Assert.Equal($"/raadpleging/{slug}", looker.Address);
        Assert.Equal(before, await StoredAsync());

        resident.Cookies.Add(new Uri("http://localhost"), new Cookie("voorbeeld", drafted.Value, preview.Address));
        await resident.OpenAsync($"{preview.Address}/controleren");
        Assert.Equal(preview.Address, resident.Address);
        Assert.Equal(before, await StoredAsync());

        // What the resident had is still there to be sent.
        await resident.OpenAsync($"/raadpleging/{slug}/controleren");
        await resident.SendAsync();
        Assert.Equal(before with { Drafts = before.Drafts - 1, Responses = before.Responses + 1 }, await StoredAsync());
    }

    [Fact]
    public async Task A_preview_has_a_cookie_of_its_own_that_no_other_page_gets()
    {
        var preview = await GivenPreview.OfSampleAsync(site, "meepraten", NewSlug());
        var looker = site.NewResident(origin: "https://localhost");
        await looker.WalkFromAsync(preview.Address);
        var cookie = looker.Cookies.GetAllCookies().Single(cookie => cookie.Name != "__Host-formulier");
        Assert.Equal(("__Secure-voorbeeld", preview.Address), (cookie.Name, cookie.Path));
        Assert.True(cookie is { Secure: true, HttpOnly: true });
        Assert.DoesNotContain("voorbeeld", string.Join(' ', looker.CookieNames), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_keeps_a_page_and_nobody_learns_its_address()
    {
        var preview = await GivenPreview.OfSampleAsync(site, "themas", NewSlug());
        using var client = site.CreateClient(new() { AllowAutoRedirect = false });
        string[] pages = ["", "/vraag/zes-themas", "/papier", "/bedankt", "/instellingen", "/bestaat-niet", "/vraag/bestaat-niet"];
        foreach (var page in pages)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, preview.Address + page);
            request.Headers.Add("Accept-Encoding", "br, gzip");
            using var response = await client.SendAsync(request, Stop);
            Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
            Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
            Assert.Equal("noindex, nofollow", response.Headers.GetValues("X-Robots-Tag").Single());
            // The page of an address that is not there holds no token.
            if (page != "/bestaat-niet")
                Assert.Empty(response.Content.Headers.ContentEncoding);
        }

        Assert.DoesNotContain(preview.Token, site.Log.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(30)]
    public async Task A_link_ends_by_itself_and_so_does_what_was_filled_in(int days)
    {
        var preview = await GivenPreview.OfSampleAsync(site, "meepraten", NewSlug(), days);
        var looker = site.NewResident();
        await looker.WalkFromAsync(preview.Address);
        var then = site.Clock.Now;
        try
        {
            site.Clock.Now = then.AddDays(days).AddSeconds(-1);
            await looker.OpenAsync($"{preview.Address}/controleren");
            Assert.Equal(HttpStatusCode.OK, looker.Status);
            var (address, fields) = looker.Form("Versturen");

            site.Clock.Now = then.AddDays(days).AddSeconds(1);
            await looker.OpenAsync($"{preview.Address}/controleren");
            AssertIsGone(looker);
            await looker.PostAsync(address, fields);
            AssertIsGone(looker);

            await site.The<PreviewLinks>().DeleteEndedAsync(Stop);
            await using var db = site.The<Database>().NewContext();
            var hash = PreviewToken.HashOf(preview.Token);
            Assert.False(await db.PreviewLinks.AnyAsync(link => link.TokenHash == hash, Stop));
            Assert.False(await db.PreviewDrafts.AnyAsync(draft => draft.LinkHash == hash, Stop));
        }
        finally
        {
            site.Clock.Now = then;
        }
    }

    [Fact]
    public async Task A_link_that_never_was_looks_like_one_that_ended()
    {
        var looker = site.NewResident();
        await looker.OpenAsync(Participatie.Web.Addresses.Consultation(PreviewToken.New()));
        AssertIsGone(looker);
        await looker.OpenAsync("/voorbeeld/themas");
        Assert.Equal(HttpStatusCode.NotFound, looker.Status);
    }

    [Fact]
    public async Task A_document_with_problems_says_which_of_them_stop_it()
    {
        var preview = await GivenPreview.OfAsync(site, $$"""{ "title": { "nl": "<script>alert(1)</script>" }, "slug": "{{NewSlug()}}" }""");
        var looker = site.NewResident();
        await looker.OpenAsync(preview.Address);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Dit voorbeeld kan nog niet"), (looker.Status, looker.Heading));
        Assert.Contains("/questions", looker.Words, StringComparison.Ordinal);
        Assert.Contains("/charter", looker.Words, StringComparison.Ordinal);
        Assert.Empty(looker.Page.QuerySelectorAll("main script"));
        await looker.OpenAsync($"{preview.Address}/vraag/iets");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, looker.Status);
    }

    [Fact]
    public async Task A_day_that_is_past_closes_no_preview()
    {
        var preview = await GivenPreview.OfAsync(
            site, new GivenConsultation().WithSlug(NewSlug()).ClosingOn(Today.AddDays(-40)).WithYesNo("mee").Build());
        var looker = site.NewResident();
        await looker.WalkFromAsync(preview.Address);
        await looker.OpenAsync($"{preview.Address}/papier");
        Assert.NotNull(looker.Page.QuerySelector(".sheet"));
    }

    [Fact]
    public async Task The_paper_form_leads_residents_to_their_own_address()
    {
        var preview = await GivenPreview.OfSampleAsync(site, "themas", NewSlug());
        var looker = site.NewResident();
        await looker.OpenAsync($"{preview.Address}/papier");
        AssertIsPreview(looker, preview);
        var printed = looker.Page.QuerySelector(".sheet")!;
        Assert.Contains($"localhost/raadpleging/{preview.Slug}", Resident.Clean(printed), StringComparison.Ordinal);
        Assert.DoesNotContain(preview.Token, printed.QuerySelector(".online")!.OuterHtml, StringComparison.Ordinal);
        Assert.StartsWith("Voorbeeld: ", Resident.Clean(looker.Page.QuerySelector(".running")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_reading_settings_lead_back_to_where_the_walk_goes_on()
    {
        var preview = await GivenPreview.OfSampleAsync(site, "meepraten", NewSlug());
        var looker = site.NewResident();
        await looker.OpenAsync($"{preview.Address}/vraag/eerder");
        await looker.Choose("Nee").PressAsync("Ik wil andere letters of kleuren");
        Assert.Equal($"{preview.Address}/instellingen", looker.Address);
        AssertIsPreview(looker, preview);
        await looker.Choose("Groot").PressAsync("Bewaar");
        Assert.StartsWith($"{preview.Address}/vraag/", looker.Address, StringComparison.Ordinal);
        Assert.NotEqual("", looker.Page.DocumentElement.GetAttribute("data-size") ?? "");
    }

    [Fact]
    public async Task Somebody_without_a_letter_gets_past_its_code()
    {
        var preview = await GivenPreview.OfAsync(
            site,
            new GivenConsultation().WithSlug(NewSlug()).ClosingOn(Today.AddDays(9)).WithYesNo("mee").Build() with
            {
                Invitation = InvitationRule.Required,
            });
        var looker = site.NewResident();
        await looker.OpenAsync($"{preview.Address}/code");
        var code = NoticeOf(looker).Split(':')[^1].Split("Terug")[0].Trim();
        await looker.Type("Wat is de code uit uw brief?", "1234 1234 1234").PressAsync("Verder");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, looker.Status);
        await looker.Type("Wat is de code uit uw brief?", code).PressAsync("Verder");
        Assert.Equal($"{preview.Address}/vraag/mee", looker.Address);
        await looker.AnswerAsync();
        await looker.PressAsync("Versturen");
        Assert.Equal($"{preview.Address}/bedankt", looker.Address);
    }

    [Fact]
    public async Task A_code_to_go_on_later_is_an_example_too()
    {
        var preview = await GivenPreview.OfSampleAsync(site, "meepraten", NewSlug());
        var looker = site.NewResident();
        await looker.OpenAsync($"{preview.Address}/vraag/eerder");
        await looker.Choose("Nee").PressAsync("Verder");
        await looker.OpenAsync($"{preview.Address}/stop");
        await looker.PressAsync("Geef mij een code");
        var code = looker.Receipt();
        Assert.Contains("werkt niet", NoticeOf(looker), StringComparison.Ordinal);
        await looker.OpenAsync("/verder");
        await looker.Type("Wat is uw code om verder te gaan?", code).PressAsync("Ga verder");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, looker.Status);
    }

    [Fact]
    public async Task The_next_person_at_the_link_begins_anew_and_wiping_wipes()
    {
        var preview = await GivenPreview.OfSampleAsync(site, "meepraten", NewSlug());
        var (first, second) = (site.NewResident(), site.NewResident());
        await first.OpenAsync($"{preview.Address}/vraag/eerder");
        await first.Choose("Nee").PressAsync("Verder");
        await second.OpenAsync(preview.Address);
        Assert.DoesNotContain("Ga verder", second.Words, StringComparison.Ordinal);
        await first.OpenAsync($"{preview.Address}/stop/wissen");
        await first.PressAsync("Ja, wis alles");
        Assert.False(first.Headers.Contains("Clear-Site-Data"));
        await using var db = site.The<Database>().NewContext();
        var hash = PreviewToken.HashOf(preview.Token);
        Assert.False(await db.PreviewDrafts.AnyAsync(draft => draft.LinkHash == hash, Stop));
    }

    private DateOnly Today => Amsterdam.DayOf(site.Clock.Now);

    private static string NewSlug() => $"kijk-{Interlocked.Increment(ref _slugs)}";

    private static string NoticeOf(Resident looker) => Resident.Clean(looker.Page.QuerySelector("aside.notice")!);

    private static void AssertIsPreview(Resident looker, GivenPreview preview)
    {
        var notice = looker.Page.QuerySelector("aside.notice")!;
        Assert.Contains(
            "Dit is een voorbeeld. U kunt alles invullen. Er wordt niets verstuurd of geteld.", NoticeOf(looker), StringComparison.Ordinal);
        Assert.Equal(("Voorbeeld", "nl"), (notice.GetAttribute("aria-label"), notice.GetAttribute("lang")));
        Assert.Equal($"/beheer/raadpleging/{preview.Slug}/voorbeeld", notice.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("Voorbeeld: ", looker.Title, StringComparison.Ordinal);
        Assert.All(
            looker.Page.QuerySelectorAll("a[href*='/raadpleging/']").Except(notice.QuerySelectorAll("a")),
            link => Assert.Fail(link.OuterHtml));
    }

    private static void AssertIsGone(Resident looker)
    {
        Assert.Equal((HttpStatusCode.Gone, "Deze link werkt niet meer"), (looker.Status, looker.Heading));
        Assert.Equal("no-referrer", looker.Headers.GetValues("Referrer-Policy").Single());
    }

    private static Cookie CookieOf(Resident somebody, string path, string name) =>
        somebody.Cookies.GetCookies(new Uri("http://localhost" + path)).Single(cookie => cookie.Name == name);

    /// <summary>What the page shows, without what is one visit's own or keeps typed text on a resident's device.</summary>
    private static string Comparable(Resident somebody, string address, string slug)
    {
        var main = (IElement)somebody.Page.QuerySelector("main")!.Clone();
        // Why it opened without the council's sign-off is written when it opens.
        const string Own = "[data-bewaar], input[type=hidden], .on-screen, svg.qr, div[data-voorlezen] ~ *";
        foreach (var own in main.QuerySelectorAll(Own).ToList())
        {
            own.Remove();
        }

        foreach (var running in main.QuerySelectorAll(".running"))
        {
            running.TextContent = running.TextContent.Replace("Voorbeeld: ", "", StringComparison.Ordinal);
        }

        return string.Join(
            '\n',
            main.InnerHtml.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0))
            .Replace(address + "/instellingen", "/instellingen", StringComparison.Ordinal)
            .Replace(address, "ADRES", StringComparison.Ordinal)
            .Replace(Participatie.Web.Addresses.Consultation(slug), "ADRES", StringComparison.Ordinal);
    }

    private async Task<Stored> StoredAsync()
    {
        await using var db = site.The<Database>().NewContext();
        return new Stored(
            await db.Drafts.CountAsync(Stop),
            await db.Responses.CountAsync(Stop),
            await db.NotUnderstood.SumAsync(count => count.Count, Stop),
            await db.InvitationUses.CountAsync(Stop));
    }

    private sealed record Stored(int Drafts, int Responses, int NotUnderstood, int InvitationUses);
}
