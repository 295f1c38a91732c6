using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Participatie.Surveys.Definition;
using Participatie.Surveys.PlainLanguage;
using Participatie.Surveys.Review.Checks;

namespace Participatie.Tests.Review;

/// <summary>The file of an automatic check: what it may say, and what a page of the desk makes of it.</summary>
public sealed class CheckReportTests
{
    [Fact]
    public void What_was_written_is_read_and_texts_stay_texts()
    {
        var report = GivenCheck.Of(GivenCheck.Definition());
        var read = Read(CheckReportFile.Write(report)).Report!;
        Assert.Equal(Encoding.UTF8.GetString(CheckReportFile.Write(report)), Encoding.UTF8.GetString(CheckReportFile.Write(read)));
        var file = Changed(report, node => node["pages"]![0]!["found"]![0]!["places"]![0] = $"<script>\u0000{new string('x', 400)}");
        Assert.Equal("<script>" + new string('x', CheckReportFile.LongestPlace - 8), Read(file).Report!.Pages[0].Found[0].Places[0]);
    }

    public static TheoryData<string, string> Wrong => new()
    {
        { "format", "\"participatie-check-2\"" },
        { "version", "\"abc\"" },
        { "slug", "\"../elders\"" },
        { "slug", "null" },
        { "pages", "[]" },
        { "pages", "[null]" },
        { "pages/0/page", "\"javascript:alert(1)\"" },
        { "pages/0/language", "\"n l\"" },
        { "pages/0/state", "\"Elders\"" },
        { "pages/0/state", "1" },
        { "pages/0/width", "0" },
        { "pages/0/found", "null" },
        { "pages/0/found/0/rule", "\"<b>\"" },
        { "pages/0/found/0/criteria", "[\"1.4.3<b>\"]" },
        { "pages/0/found/0/criteria", "[null]" },
        { "pages/0/found/0/count", "-1" },
        { "pages/0/found/0/places", "[null]" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_has_another_shape_is_refused(string at, string value)
    {
        var file = Changed(GivenCheck.Of(GivenCheck.Definition()), node =>
        {
            var parts = at.Split('/');
            var parent = parts[..^1].Aggregate(node, (one, part) =>
                int.TryParse(part, CultureInfo.InvariantCulture, out var index) ? one[index]! : one[part]!);
            parent[parts[^1]] = JsonNode.Parse(value);
        });
        Assert.Equal(CheckFault.OtherShape, Read(file).Fault);
    }

    [Theory]
    [InlineData("geen json", CheckFault.NoJson)]
    [InlineData("", CheckFault.NoJson)]
    [InlineData("[]", CheckFault.OtherShape)]
    [InlineData("{}", CheckFault.OtherShape)]
    [InlineData("""{ "format": "\ud800" }""", CheckFault.OtherShape)]
    public void What_is_no_check_is_told_apart(string file, CheckFault fault) =>
        Assert.Equal(fault, Read(Encoding.UTF8.GetBytes(file)).Fault);

    [Fact]
    public void A_file_that_is_too_large_is_not_read() =>
        Assert.Equal(CheckFault.TooLarge, Read(new byte[CheckReportFile.MostBytes + 1]).Fault);

    [Fact]
    public void A_version_is_known_by_what_it_asks_and_not_by_how_it_was_typed()
    {
        var definition = GivenCheck.Definition();
        var again = DefinitionReader.Read(Encoding.UTF8.GetBytes(
            JsonNode.Parse(DefinitionWriter.Write(definition))!.ToJsonString())).Definition!;
        Assert.Equal(VersionHash.Of(definition), VersionHash.Of(again));
        Assert.NotEqual(VersionHash.Of(definition), VersionHash.Of(definition with { Questions = [.. definition.Questions.Skip(1)] }));
    }

    [Fact]
    public void Each_page_says_what_was_found_in_which_language_and_where_nobody_looked()
    {
        var definition = GivenCheck.Definition();
        var pages = PageFindings.Of(GivenCheck.Of(definition), PageList.Of(definition, definition.Slug));
        Assert.Equal(["/", "/afspraken", "/vraag/eerst", "/vraag/later", "/controleren"], pages.Select(page => page.Page));
        var contrast = Assert.Single(pages[0].Found);
        Assert.Equal(("color-contrast", 3, false), (contrast.Rule, contrast.Count, contrast.IsOnlyRefused));
        Assert.Equal(["nl", "en"], contrast.Languages);
        Assert.Equal(["nl-simple"], pages[0].Missed);
        Assert.True(Assert.Single(pages[2].Found).IsOnlyRefused);
        Assert.Single(pages[2].Unsure);
        Assert.Equal(["nl", "nl-simple", "en"], pages[3].Missed);
    }

    [Fact]
    public void Each_rule_is_plain_Dutch_and_says_what_it_means_for_whom() => Assert.Empty(
        from rule in CheckRules.All
        from text in new[] { rule.What, rule.Whom }
        let reading = CheckText.Read(text)
        where reading.IsAboveAim || text.Length == 0
            || reading.Warnings.Any(warning => warning.Kind is WarningKind.Officialese or WarningKind.LongSentence)
        select $"{rule.Rule}: {text} ({string.Join(" | ", reading.Warnings.Select(warning => $"{warning.Kind} {warning.Where}"))})");

    private static CheckReading Read(byte[] file) => CheckReportFile.Read(file);

    private static byte[] Changed(CheckReport report, Action<JsonNode> change)
    {
        var node = JsonNode.Parse(CheckReportFile.Write(report))!;
        change(node);
        return Encoding.UTF8.GetBytes(node.ToJsonString());
    }
}
