using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Participatie.Journeys.Browsing;

namespace Participatie.Journeys.Site;

/// <summary>Somebody who reads HTML and sends forms, without a browser around it: quick, and it keeps each page as it came.</summary>
public sealed class PlainClient(SiteUnderTest site) : IDisposable
{
    private readonly string _address = Visitor.Address();
    private readonly HttpClient _http = new(new HttpClientHandler { UseCookies = true }) { BaseAddress = site.Address };
    private readonly Dictionary<string, string> _pages = new(StringComparer.Ordinal);

    /// <summary>Every page that came, by what it is: its title and where it was.</summary>
    public IReadOnlyDictionary<string, string> Pages => _pages;

    public Task<IHtmlDocument> OpenAsync(string address) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.RelativeOrAbsolute)));

    /// <summary>Sends the page's form with these fields beside what stands in it.</summary>
    public Task<IHtmlDocument> SubmitAsync(IHtmlDocument page, params IEnumerable<(string Name, string Value)> fields)
    {
        var form = page.QuerySelector<IHtmlFormElement>("main form") ?? throw new InvalidOperationException($"“{page.Title}” has no form.");
        var named = fields.Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        var standing = form.QuerySelectorAll<IHtmlInputElement>("input")
            .Where(
                input =>
                    input.Name is not null && !named.Contains(input.Name) && (input.Type is not ("radio" or "checkbox") || input.IsChecked))
            .Select(input => (Name: input.Name!, input.Value));
        return SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(form.GetAttribute("action") is { Length: > 0 } action ? action : page.Url, UriKind.RelativeOrAbsolute))
        {
            Content = new FormUrlEncodedContent(standing.Concat(fields).Select(field => KeyValuePair.Create(field.Name, field.Value))),
        });
    }

    /// <summary>Answers a question with the choice of that number, going round when there are fewer.</summary>
    public Task<IHtmlDocument> AnswerAsync(IHtmlDocument page, int choice)
    {
        var inputs = page.QuerySelectorAll<IHtmlInputElement>("main form input:not([type=hidden])").ToList();
        IEnumerable<(string, string)> answer = inputs.FirstOrDefault() switch
        {
            null => page.QuerySelector("main form textarea") is null ? [] : [("answer", $"Idee {choice}: meer bankjes in het dorp.")],
            { Type: "radio" or "checkbox" } => [("answer", Pick(inputs, choice))],
            _ when inputs.Count == 1 => [(inputs[0].Name!, "3")],
            _ => inputs.Select((input, index) => (input.Name!, index == choice % inputs.Count ? "20" : "0")),
        };
        return SubmitAsync(page, [("way", "next"), .. answer]);
    }

    /// <summary>A whole walk, from the start to the thank-you page.</summary>
    public async Task<IHtmlDocument> WalkAsync(string slug, string firstQuestion, int choice, bool refusedFirst = false)
    {
        await OpenAsync($"/raadpleging/{slug}");
        var page = await OpenAsync($"/raadpleging/{slug}/vraag/{firstQuestion}");
        while (!page.Url.EndsWith("/bedankt", StringComparison.Ordinal))
        {
            if (refusedFirst && page.QuerySelector("button[value=skip]") is not null)
                page = await SubmitAsync(page, ("way", "next"), ("answer", "geen keuze die er is"));
            page = page.Url.EndsWith("/controleren", StringComparison.Ordinal) ? await SubmitAsync(page) : await AnswerAsync(page, choice);
        }

        return page;
    }

    public void Dispose() => _http.Dispose();

    /// <summary>Of the choices only: one of them may have a line to write in.</summary>
    private static string Pick(IEnumerable<IHtmlInputElement> inputs, int choice)
    {
        var choices = inputs.Where(input => input.Type is "radio" or "checkbox").ToList();
        return choices[choice % choices.Count].Value;
    }

    private async Task<IHtmlDocument> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            request.Headers.Add("X-Forwarded-For", _address);
            using var answer = await _http.SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();
            if ((int)answer.StatusCode >= 500)
                throw new InvalidOperationException($"{request.RequestUri} answered {(int)answer.StatusCode}: {text}");
            var address = answer.RequestMessage!.RequestUri!.ToString();
            var page = await new HtmlParser().ParseDocumentAsync(text);
            page.Location.Href = address;
            _pages[$"{page.Title} {new Uri(address).AbsolutePath} {(int)answer.StatusCode}"] = text;
            return page;
        }
    }
}
