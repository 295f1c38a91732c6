using Participatie.Journeys.Browsing;
using Participatie.Journeys.Checking;
using Participatie.Journeys.Looking;
using Participatie.Journeys.Site;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Surveys.Review.Checks;

namespace Participatie.Journeys.Walks;

/// <summary>The one command that looks at all pages of a version, and the verb that takes its file in.</summary>
public sealed class CheckTests(SiteUnderTest site)
{
    [Fact]
    public async Task Every_page_behind_a_link_is_looked_at_and_the_site_takes_the_file_of_that_version_only()
    {
        var document = Path.Combine(Places.Project, "../../src/Participatie.Web/Content/consultations/wonen.json");
        var sample = DefinitionReader.Read(await File.ReadAllBytesAsync(document)).Definition!;
        // A few of its questions, one of which is asked after a certain answer only.
        var questions = Look.Full
            ? sample.Questions
            : [.. sample.Questions.Where(question => question.Id is "verhuizen" or "soort" or "idee")];
        // In the site that all share, where two with one name would be two links with one name.
        var title = new Text(sample.Title.LanguageTags.ToDictionary(language => language, language => $"{sample.Title.In(language).Text} (2)"));
        var link = await site.PreviewAsync(sample with { Slug = "gecontroleerd", Title = title, Questions = questions });
        var folder = Directory.CreateTempSubdirectory("participatie-controle-");
        var file = Path.Combine(folder.FullName, "check.json");
        string[] few = Look.Full ? [] : ["--language", "nl", "--width", "320"];
        Assert.Equal(0, await CheckCommand.RunAsync(["--preview", link, "--out", file, .. few]));

        var report = CheckReportFile.Read(await File.ReadAllBytesAsync(file)).Report!;
        var widths = Look.Full ? new[] { Look.Wide, Look.Narrow } : [Look.Narrow];
        foreach (var language in Look.Full ? sample.Languages : ["nl"])
        {
            foreach (var page in (string[])["/", "/afspraken", .. questions.Select(question => $"/vraag/{question.Id}"), "/controleren"])
            {
                var looks = report.Pages.Where(look => look.Page == page && look.Language == language && look.State == PageState.Shown);
                Assert.Equal(widths, looks.Select(look => look.Width).Distinct());
            }

            Assert.Contains(report.Pages, look => look.Page == "/vraag/idee" && look.State == PageState.Refused);
        }

        Assert.Empty(report.Pages.SelectMany(look => look.Found).Select(one => $"{one.Rule}: {string.Join(" | ", one.Places)}"));
        Assert.DoesNotContain(new Uri(link).Segments[^1], await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        Assert.Equal(0, (await site.RunAsync("import-check", file)).ExitCode);

        await File.WriteAllBytesAsync(file, CheckReportFile.Write(report with { Version = new string('0', 64) }));
        var refused = await site.RunAsync("import-check", file);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("another version", refused.Said, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_link_that_does_not_work_is_said_and_nothing_is_written()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.json");
        Assert.Equal(1, await CheckCommand.RunAsync(["--preview", $"{site.Address}voorbeeld/{new string('a', 43)}", "--out", file]));
        Assert.Equal(1, await CheckCommand.RunAsync(["--preview", "https://elders.example/", "--out", file]));
        Assert.Equal(1, await CheckCommand.RunAsync(["--out", file]));
        Assert.False(File.Exists(file));
    }

    /// <summary>What the engine may find has its plain words at the desk.</summary>
    [Fact]
    public async Task Every_rule_of_the_engine_has_its_words()
    {
        await using var chromium = new Chromium();
        await chromium.InitializeAsync();
        var page = await chromium.Browser.NewPageAsync();
        await page.EvaluateAsync(Scripts.EngineItself);
        var rules = await page.EvaluateAsync<string[]>("tags => axe.getRules(tags).map(rule => rule.ruleId)", Scripts.Tags);
        Assert.Equal(rules.Order(StringComparer.Ordinal), CheckRules.All.Select(rule => rule.Rule).Order(StringComparer.Ordinal));
    }
}
