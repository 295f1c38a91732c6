using Participatie.Journeys.Browsing;
using Participatie.Journeys.Screens;
using Participatie.Journeys.Site;

namespace Participatie.Journeys.Walks;

/// <summary>A summary put on the boss's desk by somebody who was handed an account ten minutes ago; then everybody reads it.</summary>
public sealed class SummaryTests(SiteUnderTest site, Chromium chromium) : Journey(site, chromium)
{
    private const string Make = "Maak de samenvatting";
    private const int Residents = 30;

    [Fact]
    public async Task From_an_invitation_to_a_published_summary()
    {
        // Of its own: what is published here stands on the result page that others look at.
        await using var own = SiteUnderTest.Own();
        await own.InitializeAsync();
        await AnsweredAsync(own);
        await WalkAsync(new Device { KeyboardOnly = true, Width = 1280 }, own.Address, async visitor =>
        {
            var desk = await InvitedAsync(own, visitor);
            var page = await desk.ToAsync("Wat is belangrijk voor een sociaal Drenthe?");
            var made = await page.SendAsync(Make);
            Assert.Equal(200, visitor.Status);
            Assert.StartsWith("Tussenstand:", await made.HeadingAsync(), StringComparison.Ordinal);
            Assert.Contains("belangrijkste punten", await made.TextAsync(), StringComparison.Ordinal);
            var link = await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Download voor Word" }).GetAttributeAsync("href");
            var file = await visitor.Page.Context.APIRequest.GetAsync(new Uri(own.Address, link!).ToString());
            Assert.Equal("PK", System.Text.Encoding.ASCII.GetString((await file.BodyAsync()).AsSpan(0, 2)));
            var published = await made.SendAsync("Maak deze openbaar");
            Assert.Contains("Openbaar als nummer 1", await published.TextAsync(), StringComparison.Ordinal);
            var shown = await published.ToAsync("Bekijk de openbare samenvatting");
            Assert.StartsWith("Tussenstand:", await shown.HeadingAsync(), StringComparison.Ordinal);
            // The first page stands alone: everything behind it away, one sheet is enough.
            await visitor.Page.EvaluateAsync(
                """
                () => {
                  const end = document.querySelector('.page-end');
                  while (end.nextSibling) end.nextSibling.remove();
                  end.parentElement.nextElementSibling.remove();
                  end.remove();
                }
                """);
            Assert.Equal(1, await SheetsAsync(visitor));
            await shown.RefreshAsync();
            await shown.ToAsync("Lees dit in makkelijke taal");
            Assert.Equal("nl-simple", await visitor.Page.Locator("html").GetAttributeAsync("lang"));
            Assert.Equal(1, await SheetsAsync(visitor));
            await TakeFilesAsync(visitor);
        });
        await WalkAsync(new Device { Script = false, Width = 320 }, own.Address, async visitor =>
        {
            var results = await DeskScreen.OpenAsync(visitor, "/raadpleging/themas/resultaat");
            await results.ToAsync("Lees de samenvatting");
            Assert.Equal("/raadpleging/themas/samenvatting", new Uri(visitor.Page.Url).AbsolutePath);
            await DeskScreen.OpenAsync(visitor, "/raadpleging/themas/samenvatting/1/makkelijk");
            await Administrator.BeginAsync(own, visitor, "Els", "lies@drenthe.nl");
            var none = await (await DeskScreen.OpenAsync(visitor, "/beheer/raadpleging/meepraten")).SendAsync(Make);
            Assert.Equal(422, visitor.Status);
            Assert.Contains("toont de uitslag pas na", await none.TextAsync(), StringComparison.Ordinal);
            await (await DeskScreen.OpenAsync(visitor, "/beheer/raadpleging/themas")).SendAsync(Make);
            Assert.Equal("/beheer/raadpleging/themas/samenvatting/1", new Uri(visitor.Page.Url).AbsolutePath);
            await DeskScreen.OpenAsync(visitor, "/beheer/raadpleging/themas/samenvatting");
            Assert.Equal(200, visitor.Status);
        });
    }

    /// <summary>With the keyboard, and with what the browser really keeps of it.</summary>
    private static async Task TakeFilesAsync(Visitor visitor)
    {
        var desk = await DeskScreen.OpenAsync(visitor, "/beheer/raadpleging/themas");
        var files = await desk.ToAsync("Bestanden");
        await files.ChooseAsync("Alles in een pakket: antwoorden, uitleg en vragen (ZIP met CSV)");
        using (var package = await System.IO.Compression.ZipArchive.CreateAsync(
            await files.DownloadAsync("Maak het bestand", ("Waarvoor gebruikt u het bestand?", "Een verslag")),
            System.IO.Compression.ZipArchiveMode.Read,
            leaveOpen: false,
            entryNameEncoding: null))
        {
            // Its list of files stands at its end, and the last file tells of each what it has to be.
            Assert.Equal("manifest.json", package.Entries[^1].FullName);
            using var manifest = await System.Text.Json.JsonDocument.ParseAsync(await package.Entries[^1].OpenAsync());
            Assert.Equal(Residents, manifest.RootElement.GetProperty("rows").GetInt32());
            foreach (var file in manifest.RootElement.GetProperty("files").EnumerateArray())
            {
                await using var content = await package.GetEntry(file.GetProperty("name").GetString()!)!.OpenAsync();
                Assert.Equal(
                    file.GetProperty("sha256").GetString(),
                    Convert.ToHexStringLower(await System.Security.Cryptography.SHA256.HashDataAsync(content)));
            }
        }

        await files.ChooseAsync("Alleen de antwoorden (CSV)");
        using var csv = new StreamReader(await files.DownloadAsync("Maak het bestand"));
        Assert.Equal(Residents + 1, (await csv.ReadToEndAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        await visitor.LookAgainAsync();
    }

    /// <summary>Of A4, when somebody prints the page.</summary>
    private static async Task<int> SheetsAsync(Visitor visitor)
    {
        const string Edge = "1.5cm";
        var printed = await visitor.Page.PdfAsync(
            new PagePdfOptions { Format = "A4", Margin = new Margin { Top = Edge, Right = Edge, Bottom = Edge, Left = Edge } });
        return System.Text.Encoding.Latin1.GetString(printed).Split("/Type /Page\n").Length - 1;
    }

    private static async Task AnsweredAsync(SiteUnderTest own)
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, Residents), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (number, _) =>
        {
            using var resident = new PlainClient(own);
            await resident.WalkAsync("themas", "zes-themas", number);
        });
        for (var asked = 0; ; asked++)
        {
            using var client = new PlainClient(own);
            if ((await client.OpenAsync("/raadpleging/themas/resultaat")).QuerySelectorAll("table").Length > 3)
                return;
            Assert.True(asked < 120, "The result page shows no numbers after 30 seconds.");
            await Task.Delay(250);
        }
    }

    /// <summary>An administrator hands out a link, and whoever gets it takes the account.</summary>
    private static async Task<DeskScreen> InvitedAsync(SiteUnderTest own, Visitor visitor)
    {
        var desk = await Administrator.BeginAsync(own, visitor, "Els", "els@drenthe.nl");
        var invite = await (await desk.ToAsync("Accounts")).ToAsync("Iemand uitnodigen");
        var made = await invite.SendAsync(
            "Uitnodiging maken", ("Naam", "Bas"), ("Mailadres", "bas@drenthe.nl"), ("Auteur van deze raadplegingen(hoeft niet)", "themas"),
            ("Analist van deze raadplegingen(hoeft niet)", "themas"));
        var link = new Uri(await visitor.Page.Locator("main .link code").InnerTextAsync()).AbsolutePath;
        await made.SendAsync("Uitloggen");
        var welcome = await DeskScreen.OpenAsync(visitor, link);
        return await Administrator.SetUpAsync(await welcome.SendAsync("Verder", ("Wachtwoord", Administrator.Password)));
    }
}
