using System.Globalization;
using Participatie.Journeys.Browsing;
using Participatie.Journeys.Screens;
using Participatie.Journeys.Site;

namespace Participatie.Journeys.Walks;

/// <summary>A project leader brings a consultation from a file to its opening and its end, and thirty residents answer it.</summary>
public sealed class ConsultationLifeTests(SiteUnderTest site, Chromium chromium) : Journey(site, chromium)
{
    private const int Residents = 30;

    private static readonly DateOnly Today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    [Theory]
    [InlineData(true, true, 1280)]
    [InlineData(false, false, 320)]
    public async Task A_consultation_is_born_lives_and_closes(bool keyboard, bool script, int width)
    {
        // Of its own: what opens and closes here stands on the home page that others look at.
        await using var own = SiteUnderTest.Own();
        await own.InitializeAsync();
        await WalkAsync(new Device { KeyboardOnly = keyboard, Script = script, Width = width }, own.Address, async visitor =>
        {
            var slug = $"dorpshuis-{width}";
            var title = $"Een nieuw dorpshuis {width}";
            var document = VillageQuestions.Document(slug, title, open: "Wat wilt u daar doen?");
            var desk = await Administrator.BeginAsync(own, visitor, "Lies", $"lies.{width}@drenthe.nl");

            // A file with mistakes is saved all the same, and each mistake is named with its place.
            var begin = await desk.ToAsync("Nieuwe raadpleging");
            var nothing = await begin.SendAsync("Begin");
            Assert.Equal(422, visitor.Status);
            Assert.Equal(["Kies een bestand of vul de tekst in."], await nothing.ProblemsAsync());
            await nothing.ChooseFileAsync("letter.txt", "Beste collega, hier is de vragenlijst.");
            var letter = await nothing.SendAsync("Begin");
            Assert.Equal(422, visitor.Status);
            await letter.ChooseFileAsync("vragen.json", document.Replace("\"Ja\"", "\"\"", StringComparison.Ordinal));
            var mend = await letter.SendAsync("Begin");
            Assert.Contains("Dit ding moet beter", await mend.TextAsync(), StringComparison.Ordinal);
            Assert.Contains("Vraag 1, antwoord 1, tekst in het Nederlands", await mend.TextAsync(), StringComparison.Ordinal);
            await mend.ChooseFileAsync("vragen.json", document);
            var mended = await mend.SendAsync("Bewaar");
            Assert.Contains("Wij vonden geen fouten", await mended.TextAsync(), StringComparison.Ordinal);
            var compared = await (await mended.ToAsync("Alle werkversies")).ToAsync("Vergelijk werkversie 2 met werkversie 1");
            Assert.Contains("Andere tekst", await compared.TextAsync(), StringComparison.Ordinal);

            // Review, sign-off, opening.
            var page = await DeskScreen.OpenAsync(visitor, $"/beheer/raadpleging/{slug}");
            page = await (await page.ToAsync("Vraag om beoordeling")).SendAsync("Vraag om beoordeling");
            var unsigned = await (await page.ToAsync("Sta de opening toe zonder de adviesraad")).SendAsync("Sta toe");
            Assert.Equal(422, visitor.Status);
            page = await unsigned.SendAsync("Sta toe", ("Reden, voor iedereen te lezen", "De adviesraad begint pas in mei."));
            var planned = await (await page.ToAsync("Kies de dag van de opening")).SendAsync("Plan de opening", Day(Today));
            Assert.Equal(422, visitor.Status);
            page = await planned.SendAsync("Plan de opening", Day(Today.AddDays(2)));
            page = await (await page.ToAsync("Open de raadpleging nu")).SendAsync("Open nu");
            Assert.Contains("De raadpleging is open.", await page.TextAsync(), StringComparison.Ordinal);

            for (var number = 0; number < Residents; number++)
            {
                using var resident = new PlainClient(own);
                await resident.WalkAsync(slug, "plan", number);
            }

            // A correction, an extension, the end.
            var work = await page.ToAsync("Bekijk of verander de vragen");
            await work.ChooseFileAsync("vragen.json", document.Replace("Wat wilt u daar doen?", "Wat wilt u daar doen met anderen?", StringComparison.Ordinal));
            await work.SendAsync("Bewaar");
            page = await DeskScreen.OpenAsync(visitor, $"/beheer/raadpleging/{slug}");
            var correction = await page.ToAsync("Verbeter de tekst");
            Assert.Contains("met anderen", await correction.TextAsync(), StringComparison.Ordinal);
            page = await correction.SendAsync("Verbeter nu", ("Reden, voor iedereen te lezen", "Vraag 2 is duidelijker gemaakt."));
            var extend = await (await page.ToAsync("Geef mensen langer de tijd")).SendAsync("Verleng");
            Assert.Equal(2, (await extend.ProblemsAsync()).Count);
            page = await extend.SendAsync(
                "Verleng", [("Reden, voor iedereen te lezen", "Het is vakantie."), .. Day(Today.AddDays(40))]);
            Assert.Contains("Beloofd was", await page.TextAsync(), StringComparison.Ordinal);
            Assert.Contains($"{Residents} reacties.", await page.TextAsync(), StringComparison.Ordinal);
            var sure = await (await page.ToAsync("Sluit de raadpleging")).SendAsync(
                "Verder", ("Reden, voor iedereen te lezen", "Iedereen heeft al geantwoord."));
            page = await sure.SendAsync("Ja, sluit nu");
            Assert.Contains("De raadpleging is gesloten.", await page.TextAsync(), StringComparison.Ordinal);
            page = await (await page.ToAsync("Meld dat het verslag er is")).SendAsync("Leg vast");
            Assert.Contains("Iedereen heeft al geantwoord.", await page.TextAsync(), StringComparison.Ordinal);

            // What cannot be done any more says so.
            await DeskScreen.OpenAsync(visitor, $"/beheer/raadpleging/{slug}/openen");
            Assert.Equal(409, visitor.Status);
            var overview = await DeskScreen.OpenAsync(visitor, "/beheer");
            var found = await overview.SendAsync("Zoek een raadpleging", ("Zoeken", slug));
            Assert.Contains(title, await found.TextAsync(), StringComparison.Ordinal);
            Assert.Contains("1 raadpleging.", await found.TextAsync(), StringComparison.Ordinal);
        });
    }

    private static (string Label, string Text)[] Day(DateOnly day) =>
    [
        ("Dag", day.Day.ToString(CultureInfo.InvariantCulture)),
        ("Maand", day.Month.ToString(CultureInfo.InvariantCulture)),
        ("Jaar", day.Year.ToString(CultureInfo.InvariantCulture)),
    ];
}
