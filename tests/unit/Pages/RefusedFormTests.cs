using System.Net;
using Participatie.Surveys.Definition;

namespace Participatie.Tests.Pages;

public sealed class RefusedFormTests(Site site) : IClassFixture<Site>
{
    private static readonly string[] Kinds = [.. GivenConsultation.WithEveryKind().Build().Numbered.Select(question => question.Id)];

    public static TheoryData<string> EveryKind { get; } = [.. Kinds];

    [Theory]
    [MemberData(nameof(EveryKind))]
    public async Task An_empty_form_is_shown_again_with_what_is_wrong_tied_to_its_field(string kind)
    {
        var resident = await OnAsync(kind);
        await resident.PressAsync("Verder");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, resident.Status);
        Assert.StartsWith("Fout: ", resident.Title, StringComparison.Ordinal);
        AssertErrorChain(resident);
    }

    [Fact]
    public async Task Every_wrong_amount_has_its_own_message_at_its_own_field()
    {
        var resident = await OnAsync("budget");
        await resident.Type("Keuze dorpshuis", "veel").Type("Keuze park", "15").PressAsync("Verder");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, resident.Status);
        Assert.Equal(2, resident.Page.QuerySelectorAll("main a[href^='#answer.']").Length);
        AssertErrorChain(resident);
        Assert.Equal("veel", resident.Page.QuerySelector("[id='answer.dorpshuis']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task What_is_left_of_a_budget_is_said()
    {
        var resident = await OnAsync("budget");
        await resident.Type("Keuze dorpshuis", "60").PressAsync("Verder");
        Assert.Contains("Nog over: 40 munten.", resident.Words, StringComparison.Ordinal);
        AssertErrorChain(resident);
    }

    [Fact]
    public async Task Text_that_is_too_long_comes_back_whole()
    {
        var text = "\nBegin " + new string('x', 2100) + " <b>eind</b> & meer";
        var resident = await OnAsync("open");
        await resident.Type("open", text).PressAsync("Verder");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, resident.Status);
        Assert.Equal(text, resident.Page.QuerySelector("textarea")!.TextContent);
        Assert.Contains("Hij heeft 2.125 tekens. Het mogen er 2.000 zijn.", resident.Words, StringComparison.Ordinal);
        AssertErrorChain(resident);
    }

    [Theory]
    [InlineData("answer", "trein")]
    [InlineData("way", "up:fiets")]
    [InlineData("rotation", "60")]
    [InlineData("rotation", "-1")]
    [InlineData("rotation", "een")]
    public async Task A_forged_field_is_refused(string name, string value)
    {
        var resident = await OnAsync("choice");
        var (address, fields) = resident.Choose("Keuze auto").Form("Verder");
        fields.RemoveAll(field => field.Key == name);
        await resident.PostAsync(address, [.. fields, new(name, value)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, resident.Status);
        Assert.DoesNotContain("concept-alles", resident.CookieNames);
    }

    [Fact]
    public async Task A_repeated_field_is_refused()
    {
        var resident = await OnAsync("choice");
        var (address, fields) = resident.Choose("Keuze auto").Form("Verder");
        await resident.PostAsync(address, [.. fields, new("answer", "fiets")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, resident.Status);
    }

    [Fact]
    public async Task A_form_without_its_token_comes_back_with_what_was_typed_and_works_the_second_time()
    {
        var resident = await OnAsync("open");
        var (address, fields) = resident.Type("open", "Mijn idee").Form("Verder");
        fields.RemoveAll(field => field.Key == "__RequestVerificationToken");
        await resident.PostAsync(address, fields);
        Assert.Equal(HttpStatusCode.BadRequest, resident.Status);
        Assert.Equal("Mijn idee", resident.Page.QuerySelector("textarea")!.TextContent);
        AssertErrorChain(resident);

        await resident.PressAsync("Verder");
        Assert.Equal(HttpStatusCode.OK, resident.Status);
        await resident.FollowAsync("Terug");
        Assert.Equal("Mijn idee", resident.Page.QuerySelector("textarea")!.TextContent);
    }

    [Fact]
    public async Task An_answer_with_a_zero_byte_is_kept_without_it()
    {
        var resident = await OnAsync("open");
        await resident.Type("open", "Een\0 goed plan").PressAsync("Verder");
        await resident.FollowAsync("Terug");
        Assert.Equal("Een goed plan", resident.Page.QuerySelector("textarea")!.TextContent);
    }

    [Fact]
    public async Task Ten_megabytes_are_refused_and_nothing_answered_is_lost()
    {
        var resident = await OnAsync("open");
        var (address, fields) = resident.Form("Verder");
        fields.RemoveAll(field => field.Key == "answer");
        await resident.PostAsync(address, [.. fields, new("answer", new string('x', 10_000_000))]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, resident.Status);

        await resident.OpenAsync("/raadpleging/alles/vraag/feeling");
        Assert.Equal(["Heel blij"], resident.Chosen());
    }

    [Fact]
    public async Task Hidden_signs_are_left_out_of_what_is_kept()
    {
        var resident = await OnAsync("open");
        await resident.Type("open", "a\u202Eb\u0007c\u2066d").PressAsync("Verder");
        await resident.FollowAsync("Terug");
        Assert.Equal("abcd", resident.Page.QuerySelector("textarea")!.TextContent);
    }

    /// <summary>From the summary to the field, and from the field to its message.</summary>
    private static void AssertErrorChain(Resident resident)
    {
        var links = resident.Page.QuerySelectorAll("[role=alert] a, .utrecht-alert--error a");
        Assert.NotEmpty(links);
        foreach (var link in links)
        {
            var field = resident.Page.GetElementById(link.GetAttribute("href")![1..]);
            Assert.NotNull(field);
            var described = field.Closest("[aria-describedby]");
            Assert.NotNull(described);
            var messages = described.GetAttribute("aria-describedby")!.Split(' ')
                .Select(id => Resident.Clean(resident.Page.GetElementById(id)!));
            Assert.Contains(messages, message => message.EndsWith(Resident.Clean(link), StringComparison.Ordinal));
        }
    }

    /// <summary>On the page of that kind, with everything before it answered.</summary>
    private async Task<Resident> OnAsync(string kind)
    {
        if (site.The<Catalogue>().Latest("alles") is null)
        {
            await site.PublishAsync(GivenConsultation.WithEveryKind().WithSlug("alles").Build());
        }

        var resident = site.NewResident();
        await resident.OpenAsync("/raadpleging/alles/vraag/choice");
        while (resident.Address.Split('/')[4] != kind)
        {
            await resident.AnswerAsync();
        }

        return resident;
    }
}
