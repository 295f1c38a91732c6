using System.Net;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Definition;

namespace Participatie.Tests.Pages;

/// <summary>One draft on two devices, and two drafts on one device.</summary>
public sealed class TwoDevicesTests(Site site) : IClassFixture<Site>
{
    private const string CodeQuestion = "Wat is uw code om verder te gaan?";

    [Theory]
    [InlineData("Bewaar wat ik hier invulde", "Van hier")]
    [InlineData("Houd wat er nu staat", "Van daar")]
    public async Task The_later_device_is_told_what_it_would_overwrite(string button, string kept)
    {
        var (first, second) = await BothOnAsync("twee" + button.Length);
        var there = first.Address;
        await second.OpenAsync(there);
        await second.Type("open", "Van daar").PressAsync("Verder");

        await first.Type("open", "Van hier").PressAsync("Verder");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, first.Status);
        Assert.Contains("Daar gaf u antwoord op 2 vragen.", first.Words, StringComparison.Ordinal);
        Assert.Equal("open", Resident.Clean(first.Page.QuerySelector("main h2")!));
        Assert.Equal("Dit staat er nu:Van daar", Resident.Clean(first.Page.QuerySelector("dl.answers")!));
        Assert.Equal("Van hier", first.Page.QuerySelector("textarea")!.TextContent);

        await first.PressAsync(button);
        await first.OpenAsync(there);
        Assert.Equal(kept, first.Page.QuerySelector("textarea")!.TextContent);
        await second.OpenAsync(there);
        Assert.EndsWith("/terughalen", second.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_choice_is_told_as_well_and_the_same_answer_overwrites_nothing()
    {
        var (first, second) = await BothOnAsync("keuzes");
        await second.OpenAsync("/raadpleging/keuzes/vraag/een");
        await second.Choose("Nee").PressAsync("Verder");

        var page = await FirstQuestionFormAsync(first, "keuzes");
        await first.PostAsync(page.Address, [.. page.Fields, new("answer", "ja"), new("way", "next")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, first.Status);
        Assert.Equal("Dit staat er nu:NeeDit vulde u hier in:Ja", Resident.Clean(first.Page.QuerySelector("dl.answers")!));

        await first.PostAsync(page.Address, [.. page.Fields, new("answer", "nee"), new("way", "next")]);
        Assert.Equal(("/raadpleging/keuzes/terughalen", HttpStatusCode.OK), (first.Address, first.Status));
    }

    [Theory]
    [InlineData("Ga verder met mijn code", "Ja")]
    [InlineData("Houd de antwoorden op dit apparaat", "Nee")]
    public async Task A_device_with_answers_is_asked_which_to_keep(string button, string kept)
    {
        var slug = "houd" + button.Length;
        await site.PublishAsync(Definition(slug));
        var (_, code) = await WithCodeAsync(slug, "Ja");
        var other = site.NewResident();
        await other.OpenAsync($"/raadpleging/{slug}/vraag/een");
        await other.Choose("Nee").PressAsync("Verder");

        await other.OpenAsync("/verder");
        await other.Type(CodeQuestion, code).PressAsync("Ga verder");
        Assert.Equal("Welke antwoorden wilt u houden?", other.Heading);
        Assert.Contains("Op dit apparaat staan ook antwoorden: 1 vraag.", other.Words, StringComparison.Ordinal);
        await other.PressAsync(button);
        await other.OpenAsync($"/raadpleging/{slug}/vraag/een");
        Assert.Equal([kept], other.Chosen());

        // Nothing was taken from the code, so it still works elsewhere.
        var third = site.NewResident();
        await third.OpenAsync("/verder");
        await third.Type(CodeQuestion, code).PressAsync("Ga verder");
        await third.OpenAsync($"/raadpleging/{slug}/vraag/een");
        Assert.Equal(["Ja"], third.Chosen());
    }

    [Fact]
    public async Task The_own_code_on_the_own_device_asks_nothing()
    {
        await site.PublishAsync(Definition("eigen"));
        var (resident, code) = await WithCodeAsync("eigen", "Ja");
        await resident.OpenAsync("/verder");
        await resident.Type(CodeQuestion, code).PressAsync("Ga verder");
        Assert.Equal("/raadpleging/eigen/vraag/open", resident.Address);
    }

    [Fact]
    public async Task A_code_that_opens_nothing_is_answered_the_same_whatever_it_was()
    {
        using var own = new Site();
        await own.PublishAsync(Definition("weg"));
        var (deleted, deletedCode) = await WithCodeAsync("weg", "Ja", own);
        var (_, expiredCode) = await WithCodeAsync("weg", "Ja", own);
        var sender = own.NewResident();
        await sender.ToCheckPageAsync("weg");
        var receipt = await sender.SendAsync();
        await deleted.OpenAsync("/raadpleging/weg/stop");
        await deleted.PressAsync("Stop en wis alles");
        await deleted.PressAsync("Ja, wis alles");
        own.Clock.Now += Draft.Lifetime + TimeSpan.FromSeconds(1);
        await own.The<Drafts>().DeleteExpiredAsync(TestContext.Current.CancellationToken);

        var said = new HashSet<string>(StringComparer.Ordinal);
        foreach (var code in new[] { deletedCode, expiredCode, receipt, "1234 5678 9012", Surveys.Codes.CodeKey.RandomCode().ToString() })
        {
            var other = own.NewResident();
            await other.OpenAsync("/verder");
            await other.Type(CodeQuestion, code).PressAsync("Ga verder");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, other.Status);
            said.Add(other.Words);
        }

        Assert.Contains("Deze code kennen wij niet.", Assert.Single(said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_is_read_digit_by_digit_and_can_be_typed_as_it_is_read()
    {
        await site.PublishAsync(Definition("cijfers"));
        var (resident, code) = await WithCodeAsync("cijfers", "Ja");
        // One thing that is seen, touched and heard: nothing of it is hidden, and nothing else says it.
        var seen = resident.Page.QuerySelector("p.code")!;
        Assert.Null(seen.Closest("[aria-hidden]"));
        var spoken = seen.GetAttribute("aria-label")!;
        Assert.Matches(@"^\d \d \d \d(\. \d \d \d \d)+$", spoken);
        Assert.Equal(code.Where(char.IsAsciiDigit), spoken.Where(char.IsAsciiDigit));
        Assert.Equal(2, resident.Page.Body!.OuterHtml.Split(spoken).Length);

        var other = site.NewResident();
        await other.OpenAsync("/verder");
        await other.Type(CodeQuestion, spoken).PressAsync("Ga verder");
        Assert.Equal("/raadpleging/cijfers/vraag/open", other.Address);
    }

    private static Consultation Definition(string slug) => new GivenConsultation().WithSlug(slug).WithYesNo("een").WithOpen("open").Build();

    private async Task<(Resident Resident, string Code)> WithCodeAsync(string slug, string answer, Site? own = null)
    {
        var resident = (own ?? site).NewResident();
        await resident.OpenAsync($"/raadpleging/{slug}/vraag/een");
        await resident.Choose(answer).PressAsync("Verder");
        await resident.PressAsync("Later verdergaan of stoppen");
        await resident.PressAsync("Geef mij een code");
        return (resident, resident.Receipt());
    }

    /// <summary>The first still shows the open question; the second has the draft.</summary>
    private async Task<(Resident First, Resident Second)> BothOnAsync(string slug)
    {
        await site.PublishAsync(Definition(slug));
        var (first, code) = await WithCodeAsync(slug, "Ja");
        await first.OpenAsync($"/raadpleging/{slug}/vraag/open");
        var second = site.NewResident();
        await second.OpenAsync("/verder");
        await second.Type(CodeQuestion, code).PressAsync("Ga verder");
        return (first, second);
    }

    /// <summary>The form of a page that the first device opened before its draft was taken along.</summary>
    private static Task<(string Address, List<KeyValuePair<string, string>> Fields)> FirstQuestionFormAsync(Resident first, string slug) =>
        Task.FromResult(
            ($"/raadpleging/{slug}/vraag/een", first.Form("Verder").Fields.Where(field => field.Key is not ("answer" or "way")).ToList()));
}
