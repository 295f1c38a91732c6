using System.Text.Json;
using Participatie.Journeys.Browsing;
using Participatie.Journeys.Looking;
using Participatie.Journeys.Site;

namespace Participatie.Journeys.Walks;

/// <summary>
/// A consultation full of words that do not break by themselves: links, compounds, titles, units. Nothing of it is wider than its screen or
/// its sheet.
/// </summary>
public sealed class WideWordsTests(SiteUnderTest site, Chromium chromium) : Journey(site, chromium)
{
    private const string Slug = "/raadpleging/brede-woorden";
    private const int MostPages = 40;

    // A4 without the margins that the paper form asks for, in CSS pixels.
    private const int Sheet = 672;

    private static readonly (string Size, string Spacing)[] Letters = [("normal", "normal"), ("largest", "normal"), ("largest", "wide")];

    private static readonly string[] Beside =
    [
        "/",
        "/hulp",
        "/verder",
        "/mijn-antwoord",
        $"{Slug}",
        $"{Slug}/afspraken",
        $"{Slug}/code",
        $"{Slug}/organisatie",
        $"{Slug}/samen",
        $"{Slug}/gedeeld",
        $"{Slug}/papier", $"{Slug}/papier/groot", $"{Slug}/resultaat",
    ];

    /// <summary>The choice with the line, because that line is filled in; otherwise the first.</summary>
    private const string Choose = """
        () => {
          const place = document.querySelector('main .choice:has(+ .own-words)') ?? document.querySelector('main .choice');
          if (place) place.querySelector('input').checked = true;
        }
        """;

    [Fact]
    public async Task No_word_is_wider_than_a_small_phone_or_a_sheet()
    {
        await using var own = SiteUnderTest.Own();
        await own.OpenAsync(Path.Combine(Places.Project, "Walks", "wide-words.json"));
        await own.InitializeAsync();
        foreach (var language in (string[])["nl", "ar"])
            await WalkAsync(new Device { Width = Look.Narrow, Language = language, Looks = [] }, own.Address, PassAsync);
    }

    private static async Task PassAsync(Visitor visitor)
    {
        foreach (var address in Beside)
        {
            await visitor.OpenAsync(address);
            await MeasureAsync(visitor);
        }

        await visitor.OpenAsync(Slug);
        await visitor.GoAsync(() => visitor.Page.ClickAsync("main a[href*='/vraag/']"));
        for (var page = 0; !IsAtEnd(visitor); page++)
        {
            Assert.True(page < MostPages, "The walk does not end.");
            await MeasureAsync(visitor);
            await FillInAsync(visitor, "x", "w", times: 3000);
            await MeasureAsync(visitor);
            // A page that asks nothing lets everything through, also to the end.
            if (IsAtEnd(visitor))
                break;
            await visitor.Page.EvaluateAsync(Choose);
            await FillInAsync(visitor, "5", "lang", times: 60);
        }

        await MeasureAsync(visitor);
        await visitor.GoAsync(() => visitor.Page.ClickAsync("main form .primary"));
        await MeasureAsync(visitor);
    }

    private static bool IsAtEnd(Visitor visitor) => visitor.Page.Url.EndsWith("/controleren", StringComparison.Ordinal);

    /// <summary>Sends the page with that in its fields; of several amounts the first is the whole budget.</summary>
    private static async Task FillInAsync(Visitor visitor, string amount, string word, int times)
    {
        await visitor.Page.EvaluateAsync("""
            ([amount, text]) => {
              const fields = [...document.querySelectorAll('main input[type=text], main textarea')];
              fields.forEach((field, index) => field.value = field.matches('textarea') ? text : fields.length === 1 || amount === 'x' ? amount : index === 0 ? '1000000' : '0');
            }
            """, new[] { amount, string.Concat(Enumerable.Repeat(word, times)) });
        await visitor.GoAsync(() => visitor.Page.ClickAsync("main form .primary"));
    }

    private static async Task MeasureAsync(Visitor visitor)
    {
        foreach (var (size, spacing) in Letters)
            Assert.Empty(JsonSerializer.Deserialize<string[]>(await visitor.Debugger.AskAsync(Scripts.LayoutWith(size, spacing)) ?? "[]")!);

        await visitor.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await visitor.Page.SetViewportSizeAsync(Sheet, 900);
        var printed = await visitor.Debugger.AskAsync(Scripts.LayoutWith("normal", "normal"));
        await visitor.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        await visitor.Page.SetViewportSizeAsync(Look.Narrow, 640);
        Assert.Equal("[]", printed);
    }
}
