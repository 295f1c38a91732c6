using System.Text.RegularExpressions;
using Participatie.Journeys.Browsing;
using Participatie.Journeys.Screens;
using Participatie.Journeys.Site;

namespace Participatie.Journeys.Walks;

/// <summary>
/// What a screen reader gets of each kind of page, held against a file in <c>Walks/Trees</c> that somebody has read.
/// <c>PARTICIPATIE_WRITE_TREES=1</c> writes the files anew, to be read again.
/// </summary>
public sealed partial class TreeTests(SiteUnderTest site, Chromium chromium) : Journey(site, chromium)
{
    private static readonly bool Writes = Environment.GetEnvironmentVariable("PARTICIPATIE_WRITE_TREES") == "1";

    [Theory]
    [InlineData("start", "/raadpleging/themas")]
    [InlineData("charter", "/raadpleging/themas/afspraken")]
    [InlineData("settings", "/instellingen")]
    [InlineData("help", "/hulp")]
    [InlineData("home", "/")]
    [InlineData("resume", "/verder")]
    [InlineData("code", "/raadpleging/wonen/code")]
    [InlineData("paper", "/raadpleging/wonen/papier")]
    public Task A_page_to_read(string name, string address) => WalkAsync(Plain, async visitor =>
    {
        await visitor.OpenAsync(address);
        await HoldAsync(visitor, name);
    });

    [Theory]
    [InlineData("feeling", "themas", "buurt", false)]
    [InlineData("budget", "themas", "munten", true)]
    [InlineData("ranking", "themas", "eerste", true)]
    [InlineData("open", "themas", "missen", false)]
    [InlineData("place", "themas", "gemeente", false)]
    [InlineData("yesno", "meepraten", "eerder", false)]
    [InlineData("agreement", "meepraten", "geluisterd", false)]
    [InlineData("information", "meepraten", "nieuwe-vormen", false)]
    [InlineData("number", "meepraten", "avonden", false)]
    [InlineData("statements", "meepraten", "gehoord", false)]
    [InlineData("choices", "meepraten", "drempels", false)]
    public Task A_question(string name, string slug, string question, bool rotates) => WalkAsync(Plain, async visitor =>
    {
        await Passing.ToAsync(visitor, slug, question);
        await HoldAsync(visitor, name, rotates);
    });

    [Fact]
    public Task What_is_refused_checked_and_sent() => WalkAsync(Plain, async visitor =>
    {
        var refused = Assert.IsType<QuestionScreen>(await (await Passing.ToAsync(visitor, "meepraten", "eerder")).NextAsync());
        await HoldAsync(visitor, "refused");
        var check = await Resident.SkipAllAsync(refused);
        await HoldAsync(visitor, "check");
        await check.SendAsync();
        await HoldAsync(visitor, "thanks");
    });

    private static Device Plain => new() { Script = false, Looks = [] };

    private static async Task HoldAsync(Visitor visitor, string name, bool rotates = false)
    {
        // Recordings are made after the start, by what this machine has: whether there is one already is no part of the page.
        await visitor.Debugger.WithScriptAsync(
            () => visitor.Debugger.AskAsync("document.querySelectorAll('.voorlezen').forEach(part => part.remove()); ''"));
        var tree = Changing().Replace(await visitor.Page.Locator("body").AriaSnapshotAsync(), "…") + "\n";
        // Choices that stand in another order for each resident: which there are is held, not where.
        if (rotates)
            tree = string.Join('\n', tree.Split('\n').Order(StringComparer.Ordinal)).Trim() + "\n";
        var file = Path.Combine(Places.Project, "Walks", "Trees", $"{name}.yaml");
        if (Writes)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, tree);
        }

        Assert.Equal(await File.ReadAllTextAsync(file), tree, ignoreLineEndingDifferences: true);
    }

    /// <summary>
    /// Days that are counted from the start of the site, codes in digits and read out, the site's own address, and the theme that somebody
    /// happened to put first.
    /// </summary>
    [GeneratedRegex(@"\d{4}( \d{4}){2,3}|\d( \d){3}(\. \d( \d){3}){2,3}|127\.0\.0\.1:\d+|[a-z]+-eerst|\d{1,2} (januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december) \d{4}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Changing();
}
