using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Participatie.Tests.Pages;

/// <summary>Somebody with a browser without JavaScript: sees labels and buttons, keeps cookies, follows redirects.</summary>
public sealed class Resident(HttpClient client, CookieContainer cookies)
{
    public IHtmlDocument Page { get; private set; } = null!;

    public HttpStatusCode Status { get; private set; }

    /// <summary>Path of the page on the screen.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Where on the page the browser shows it: behind the #; empty for the top.</summary>
    public string Place { get; private set; } = "";

    public HttpResponseHeaders Headers { get; private set; } = null!;

    public CookieContainer Cookies => cookies;

    public string Title => Page.Title ?? "";

    public string Heading => Clean(Page.QuerySelectorAll("h1").Single());

    public string Words => Clean(Page.QuerySelector("main")!);

    public IReadOnlyList<string> CookieNames =>
        [.. cookies.GetCookies(client.BaseAddress!).Select(cookie => cookie.Name).Order(StringComparer.Ordinal)];

    public async Task OpenAsync(string address)
    {
        using var response = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        await ShowAsync(response, address);
    }

    public Task FollowAsync(string link) => OpenAsync(Link(link).GetAttribute("href")!);

    public IElement Link(string words) => Page.QuerySelectorAll("main a").Single(link => Name(link) == words);

    public bool Offers(string button) => Page.QuerySelectorAll("button").Any(found => Name(found) == button);

    /// <summary>Ticks the radio or box with that label.</summary>
    public Resident Choose(string label)
    {
        var input = (IHtmlInputElement)Field(label);
        foreach (var other
            in Page.QuerySelectorAll<IHtmlInputElement>("input[type=radio]")
                .Where(other => input.Type == "radio" && other.Name == input.Name))
        {
            other.IsChecked = false;
        }

        input.IsChecked = true;
        return this;
    }

    /// <summary>Ticks a box and leaves the others as they are.</summary>
    public Resident Tick(string label)
    {
        ((IHtmlInputElement)Field(label)).IsChecked = true;
        return this;
    }

    public Resident Type(string label, string text)
    {
        switch (Field(label))
        {
            case IHtmlTextAreaElement area:
                area.Value = text;
                break;
            case IHtmlInputElement input:
                input.Value = text;
                break;
        }

        return this;
    }

    public IReadOnlyList<string> Labels(string type = "radio") =>
        [.. Page.QuerySelectorAll($"input[type={type}]").Select(input => Clean(Page.QuerySelector($"label[for='{input.Id}']")!))];

    public IReadOnlyList<string> Chosen() => [.. Page.QuerySelectorAll<IHtmlInputElement>("input")
        .Where(input => input.IsChecked)
        .Select(input => Clean(Page.QuerySelector($"label[for='{input.Id}']")!))];

    public async Task PressAsync(string button)
    {
        var (address, fields) = Form(button);
        await PostAsync(address, fields);
    }

    /// <summary>Chooses a file in the one field for it, and presses the button.</summary>
    public async Task UploadAsync(string button, byte[] file, string name = "vragen.json")
    {
        var (address, fields) = Form(button);
        var input = Page.QuerySelectorAll<IHtmlInputElement>("input[type=file]").Single();
        Assert.Equal("multipart/form-data", input.Form!.GetAttribute("enctype"));
        using var content = new MultipartFormDataContent();
        foreach (var (key, value) in fields.Where(field => field.Key != input.Name))
        {
            // As browsers do: every line end is two characters.
            content.Add(new StringContent(value.ReplaceLineEndings("\r\n")), key);
        }

        content.Add(new ByteArrayContent(file), input.Name!, name);
        using var response = await client.PostAsync(new Uri(address, UriKind.Relative), content, TestContext.Current.CancellationToken);
        await ShowAsync(response, address);
    }

    /// <summary>Presses the button of a form that only asks for a page.</summary>
    public Task PressGetAsync(string button)
    {
        var (address, fields) = Form(button);
        return OpenAsync(
            $"{address}?{string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"))}");
    }

    public async Task<string> DownloadAsync(string address)
    {
        using var response = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>What the browser would send for that button.</summary>
    public (string Address, List<KeyValuePair<string, string>> Fields) Form(string button)
    {
        var pressed = Page.QuerySelectorAll<IHtmlButtonElement>("button").Single(found => Name(found) == button);
        var form = pressed.Form!;
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var element in form.Elements)
        {
            switch (element)
            {
                case IHtmlInputElement { Type: "radio" or "checkbox" } input when input.IsChecked:
                    fields.Add(new(input.Name!, input.Value));
                    break;
                case IHtmlInputElement { Type: not ("radio" or "checkbox") } input:
                    fields.Add(new(input.Name!, input.Value));
                    break;
                case IHtmlTextAreaElement { Name.Length: > 0 } area:
                    fields.Add(new(area.Name!, area.Value));
                    break;
            }
        }

        if (!string.IsNullOrEmpty(pressed.Name))
        {
            fields.Add(new(pressed.Name, pressed.Value));
        }

        return ((pressed.GetAttribute("formaction") ?? form.GetAttribute("action")) is { Length: > 0 } action ? action : Address, fields);
    }

    public async Task PostAsync(string address, IEnumerable<KeyValuePair<string, string>> fields)
    {
        // Not FormUrlEncodedContent: it refuses long texts on some platforms.
        using var content = new StringContent(
            string.Join('&', fields.Select(field => $"{WebUtility.UrlEncode(field.Key)}={WebUtility.UrlEncode(field.Value)}")),
            MediaTypeHeaderValue.Parse("application/x-www-form-urlencoded"));
        using var response = await client.PostAsync(new Uri(address, UriKind.Relative), content, TestContext.Current.CancellationToken);
        await ShowAsync(response, address);
    }

    /// <summary>Presses a button that gives a file instead of a page. The page stays as it is.</summary>
    public Task<HttpResponseMessage> PressForFileAsync(string button)
    {
        var (address, fields) = Form(button);
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.Relative))
        {
            Content = new FormUrlEncodedContent(fields),
        };
        return client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    public static string Clean(IElement element) =>
        string.Join(' ', element.TextContent.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>As a screen reader and voice control know it.</summary>
    private static string Name(IElement element) => element.GetAttribute("aria-label") ?? Clean(element);

    private IElement Field(string label) => Page.GetElementById(
        Page.QuerySelectorAll("label").Single(found => Clean(found) == label).GetAttribute("for")!)!;

    private async Task ShowAsync(HttpResponseMessage response, string address)
    {
        if (response.StatusCode == HttpStatusCode.SeeOther)
        {
            await OpenAsync(response.Headers.Location!.ToString());
            return;
        }

        Status = response.StatusCode;
        Headers = response.Headers;
        (Address, Place) = address.Split('#') is [var path, var place] ? (path, place) : (address, "");
        Page = await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync(), TestContext.Current.CancellationToken);
    }
}
