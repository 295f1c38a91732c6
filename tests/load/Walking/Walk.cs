using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;

namespace Participatie.Load.Walking;

/// <summary>One resident from the start page to the thank-you page.</summary>
internal static partial class Walk
{
    private const int MostPages = 120;

    private static readonly HtmlParser Parser = new();

    /// <summary>Called for each form that goes out.</summary>
    /// <param name="address">Where to.</param>
    /// <param name="fields">Filled in.</param>
    /// <param name="refusals">How often the one before it was refused: more than none, and this one takes its place.</param>
    public delegate Task Sending(string address, IReadOnlyList<KeyValuePair<string, string>> fields, int refusals);

    /// <returns>The receipt code.</returns>
    /// <exception cref="InvalidOperationException">The site answered with something that a resident cannot go on with.</exception>
    public static async Task<string> RunAsync(
        Browser browser, string slug, TimeSpan think, Sending sending, CancellationToken cancellationToken)
    {
        var page = await BeginAsync(browser, slug, cancellationToken);
        var refusals = 0;
        for (var pages = 0; pages < MostPages; pages++)
        {
            if (page.Address.EndsWith("/bedankt", StringComparison.Ordinal))
            {
                return ReceiptIn(page);
            }

            var form = PageForm.Of(Parser.ParseDocument(page.Html))
                ?? throw new InvalidOperationException($"{(int)page.Status} without a form at {page.Address}");
            var fields = form.Fill(refusals, browser.Invitation);
            var action = form.Action ?? page.Address;
            await Task.Delay(think, cancellationToken);
            await sending(action, fields, refusals);
            page = await browser.PostAsync(action, fields, cancellationToken);
            refusals = page.Status switch
            {
                HttpStatusCode.OK => 0,
                HttpStatusCode.UnprocessableEntity when refusals < 3 => refusals + 1,
                var status =>
                    throw new InvalidOperationException(
                        $"{(int)status} after {action}: "
                            + $"{string.Join(' ', fields.Where(field => field.Key != "__RequestVerificationToken"))}"),
            };
        }

        throw new InvalidOperationException($"No end after {MostPages} pages, at {page.Address}");
    }

    public static async Task<Page> BeginAsync(Browser browser, string slug, CancellationToken cancellationToken)
    {
        var start = await browser.GetAsync($"/raadpleging/{slug}", cancellationToken);
        var button = Parser.ParseDocument(start.Html).QuerySelector("main a.button.primary")?.GetAttribute("href")
            ?? throw new InvalidOperationException($"{(int)start.Status} without a start button at {start.Address}");
        return await browser.GetAsync(button, cancellationToken);
    }

    public static string ReceiptIn(Page page) =>
        Receipt().Match(page.Html) is { Success: true } found
            ? found.Value
            : throw new InvalidOperationException($"{(int)page.Status} without a receipt at {page.Address}");

    [GeneratedRegex(@"\b\d{4} \d{4} \d{4} \d{4}\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Receipt();
}
