using System.Net;
using AngleSharp.Html.Parser;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Definition;

namespace Participatie.Tests.Pages;

/// <summary>Codes guessed in bulk and drafts begun without end are slowed down, and nobody else is.</summary>
public sealed class GuessingTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/verder")]
    [InlineData("/mijn-antwoord")]
    [InlineData("/raadpleging/wonen/code")]
    public async Task Every_form_that_asks_for_a_code_counts_the_wrong_ones_and_no_typing_errors(string address)
    {
        var count = site.The<WrongCodeCount>();
        var before = await count.PerMinuteAsync();
        foreach (var (typed, counted)
            in new[]
            {
                (Code.OfReceipt(7).ToString(), 1),
                (Code.Of(7).ToString(), 2),
                ("1234 5678 9012 3456", 2),
                ("geen code", 2),
                ("", 2),
            })
        {
            var resident = site.NewResident();
            await resident.OpenAsync(address);
            var (target, fields) = resident.Form(Resident.Clean(resident.Page.QuerySelector("main form button")!));
            await resident.PostAsync(target, [.. fields.Where(field => field.Key != "code"), new("code", typed)]);
            Assert.Equal((typed, HttpStatusCode.UnprocessableEntity), (typed, resident.Status));
            Assert.Equal((typed, before + counted), (typed, await count.PerMinuteAsync()));
        }
    }

    [Fact]
    public async Task A_network_that_tried_too_many_codes_is_told_how_long_to_wait_and_keeps_what_it_typed()
    {
        using var client = site.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        var form = await OpenAsync(client, "/verder");
        var statuses = new List<HttpStatusCode>();
        string? page = null;
        for (var network = 0; network < 700; network++)
        {
            using var response = await SendAsync(client, form, $"2001:db8:48:{network:x}::1", ("code", $"poging {network}"));
            statuses.Add(response.StatusCode);
            page = await response.Content.ReadAsStringAsync(Stop);
        }

        // One of each network: no /64 has a reason to wait, the /48 has.
        Assert.Equal([HttpStatusCode.UnprocessableEntity, HttpStatusCode.TooManyRequests], statuses.Distinct());
        Assert.Equal(600, statuses.IndexOf(HttpStatusCode.TooManyRequests));
        Assert.Contains("Te veel verkeerde codes.", page, StringComparison.Ordinal);
        Assert.Contains("poging 699", page, StringComparison.Ordinal);
        using var neighbour = await SendAsync(client, form, "2001:db8:49::1", ("code", "0000"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, neighbour.StatusCode);
    }

    [Fact]
    public async Task Somebody_who_begins_without_end_has_to_wait_and_loses_nothing()
    {
        await site.PublishAsync(
            new GivenConsultation().WithSlug("zaal").WithOpen("vraag").ClosingOn(Amsterdam.DayOf(site.Clock.Now).AddDays(30)).Build());
        using var client = site.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        var question = await OpenAsync(client, "/raadpleging/zaal/vraag/vraag");
        for (var person = 0; person < 300; person++)
        {
            using var begun = await AnswerAsync(client, $"2001:db8:1:2::{person:x}");
            Assert.Equal(HttpStatusCode.SeeOther, begun.StatusCode);
        }

        using var refused = await AnswerAsync(client, "2001:db8:1:2:ffff::1");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 2);
        var page = await refused.Content.ReadAsStringAsync(Stop);
        Assert.Contains("Meer bankjes", page, StringComparison.Ordinal);
        Assert.Contains("Het is nu te druk.", page, StringComparison.Ordinal);
        using var together = await SendAsync(client, await OpenAsync(client, "/raadpleging/zaal/samen"), "2001:db8:1:2::9");
        Assert.Equal(HttpStatusCode.TooManyRequests, together.StatusCode);
        using var neighbour = await AnswerAsync(client, "2001:db8:1:3::1");
        Assert.Equal(HttpStatusCode.SeeOther, neighbour.StatusCode);

        Task<HttpResponseMessage> AnswerAsync(HttpClient from, string address) =>
            SendAsync(from, question, address, ("answer", "Meer bankjes"), ("way", "next"));
    }

    private static async Task<Form> OpenAsync(HttpClient client, string page)
    {
        using var response = await client.GetAsync(new Uri(page, UriKind.Relative), Stop);
        using var html = await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync(Stop), Stop);
        return new Form(
            page,
            html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!,
            [.. response.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0])]);
    }

    private static async Task<HttpResponseMessage> SendAsync(
        HttpClient client, Form form, string from, params (string Name, string Value)[] fields)
    {
        using var post = new HttpRequestMessage(HttpMethod.Post, form.Page);
        post.Headers.Add(Site.AddressHeader, from);
        post.Headers.Add("Cookie", form.Cookies);
        post.Content = new FormUrlEncodedContent(
            fields.Append(("__RequestVerificationToken", form.Token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        return await client.SendAsync(post, Stop);
    }

    private sealed record Form(string Page, string Token, IReadOnlyList<string> Cookies);
}
