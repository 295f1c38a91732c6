using System.Text;
using System.Text.Json.Nodes;
using Participatie.Surveys.Review.Studies;
using Participatie.Surveys.Review.Studies.Report;

namespace Participatie.Tests.Review;

/// <summary>What W3C's tool needs to open a file with every result, and that nothing is lost on the way there and back.</summary>
public sealed class WcagEmTests
{
    private static readonly JsonNode Written = JsonNode.Parse(WcagEmWriter.Write(GivenStudy.WithEveryVerdict()))!;

    [Fact]
    public void Every_verdict_survives_the_way_there_and_back()
    {
        var study = GivenStudy.WithEveryVerdict();
        var reading = WcagEmReader.Read(WcagEmWriter.Write(study), DateTimeOffset.UnixEpoch);
        Assert.Equal((null, 0), (reading.Fault, reading.Skipped));
        var read = reading.Study!;
        // Pages are numbered anew, in the order of the file: the chosen ones, then those that were drawn.
        var pages = study.Sample.OrderBy(page => page.IsRandom).ToList();
        Assert.Equal(pages.Select(page => (page.Title, page.Place, page.IsRandom)), read.Sample.Select(page => (page.Title, page.Place, page.IsRandom)));
        var numbers = pages.Zip(read.Sample).ToDictionary(pair => pair.First.Number, pair => pair.Second.Number);
        Assert.Equal(56 * 6, study.Judgements.Count);
        Assert.Equal(
            study.Judgements.Select(one => one with { Page = one.Page is { } page ? numbers[page] : null }).ToHashSet(),
            read.Judgements.ToHashSet());
        Assert.Equal(Bare(study), Bare(read));
    }

    [Fact]
    public void No_prefix_is_declared_for_the_criteria_and_they_go_by_their_short_names()
    {
        Assert.Null(Written["@context"]!["WCAG22"]);
        Assert.All(Assertions(), one => Assert.Matches("^WCAG22:[a-z-]+$", (string)one["test"]!["id"]!));
    }

    [Fact]
    public void The_date_is_an_object_with_its_type()
    {
        var date = Written["reportFindings"]!["date"]!;
        Assert.Equal("http://www.w3.org/TR/NOTE-datetime", (string?)date["type"]);
        Assert.Equal("2026-11-20", (string?)date["@value"]);
    }

    [Fact]
    public void The_scope_has_a_title_and_a_description_and_no_id() =>
        Assert.Equal(["title", "description"], Written["defineScope"]!["scope"]!.AsObject().Select(part => part.Key));

    [Fact]
    public void Each_assertion_repeats_all_of_its_subject_and_each_subject_has_an_id_of_its_own()
    {
        Assert.Equal(56 * 6, Assertions().Count());
        Assert.All(
            Assertions(),
            one => Assert.Equal(["id", "type", "title", "description"], one["subject"]!.AsObject().Select(part => part.Key)));
        Assert.Equal(6, Assertions().Select(one => (string)one["subject"]!["id"]!).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_page_with_an_address_has_it_as_id_and_as_description_and_one_without_a_blank_node()
    {
        var pages = Written["selectSample"]!["structuredSample"]!.AsArray();
        Assert.Equal(["https://voorbeeld.nl/", "_:subject_3", "_:subject_4", "https://voorbeeld.nl/papier"], pages.Select(one => (string)one!["id"]!));
        Assert.Equal("https://voorbeeld.nl/", (string?)pages[0]!["description"]);
        Assert.Equal("Na het versturen", (string?)pages[2]!["description"]);
        Assert.Equal(
            ["https://voorbeeld.nl/beheer"], Written["selectSample"]!["randomSample"]!.AsArray().Select(one => (string)one!["id"]!));
    }

    /// <summary>The file that the tool opened with 3 of 3 results has the same parts, in the same places.</summary>
    [Fact]
    public void It_has_every_part_that_a_file_of_the_tool_has()
    {
        Assert.Equal(
            ["@context", "auditSample", "defineScope", "exploreTarget", "language", "reportFindings", "selectSample", "type", "version"],
            Written.AsObject().Select(part => part.Key).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["_:about", "_:defineScope", "_:exploreTarget", "_:selectSample"],
            Written["reportFindings"]!["documentSteps"]!.AsArray().Select(step => (string)step!["id"]!));
        Assert.Equal(
            ["earl:cantTell", "earl:failed", "earl:inapplicable", "earl:passed", "earl:untested"],
            Assertions().Select(one => (string)one["result"]!["outcome"]!["id"]!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_file_made_elsewhere_is_read_with_all_that_we_know_and_the_rest_is_counted()
    {
        var reading = Read(
            """
            { "type": "Evaluation", "defineScope": { "scope": { "title": { "@value": "Elders" }, "description": "Alles" } },
              "selectSample": { "structuredSample": { "id": "https://elders.nl/", "type": "Webpage", "title": "<script>alert(1)</script>" } },
              "auditSample": [
                { "subject": { "id": "https://elders.nl/", "type": ["TestSubject", "Webpage"], "title": "x" },
                  "test": { "id": "http://www.w3.org/TR/WCAG21/#reflow" }, "result": { "outcome": { "id": "earl:failed" }, "description": "Breed\u0000" } },
                { "subject": [{ "type": "Website" }, { "id": "nieuw", "title": "Nergens genoemd" }],
                  "test": "WCAG21:parsing", "result": { "outcome": "http://www.w3.org/ns/earl#passed" } },
                { "test": { "id": "WCAG21:sign-language-prerecorded" }, "subject": { "type": "Website" }, "result": { "outcome": { "id": "earl:passed" } } }
              ], "reportFindings": { "evaluationSpecifics": "Zonder kopjes" } }
            """);
        Assert.Null(reading.Fault);
        Assert.Equal(1, reading.Skipped);
        Assert.Equal(["sign-language-prerecorded"], reading.Study!.LeftOut);
        var study = reading.Study!;
        Assert.Equal(("Elders", "Zonder kopjes", StudyKind.Full), (study.Title, study.Method, study.Kind));
        Assert.Equal(["<script>alert(1)</script>", "Nergens genoemd"], study.Sample.Select(page => page.Title));
        Assert.Equal((Verdict.Failed, "Breed"), (study.Of("reflow", 1)!.Verdict, study.Of("reflow", 1)!.Explanation));
        Assert.Equal(Verdict.Passed, study.Of("parsing", null)!.Verdict);
        Assert.Equal(Verdict.Passed, study.Of("parsing", 2)!.Verdict);
    }

    [Theory]
    [InlineData("geen json", WcagEmFault.NoJson)]
    [InlineData("", WcagEmFault.NoJson)]
    [InlineData("[]", WcagEmFault.OtherShape)]
    [InlineData("""{ "defineScope": {}, "auditSample": "x" }""", WcagEmFault.OtherShape)]
    [InlineData("""{ "defineScope": { "scope": { "title": "\ud800" } }, "auditSample": [] }""", WcagEmFault.NoJson)]
    public void What_is_no_study_is_told_apart(string file, WcagEmFault fault) => Assert.Equal(fault, Read(file).Fault);

    [Fact]
    public void A_file_that_is_too_large_is_not_read() => Assert.Equal(
        WcagEmFault.TooLarge, WcagEmReader.Read(new byte[WcagEmReader.MostBytes + 1], DateTimeOffset.UnixEpoch).Fault);

    /// <summary>What kind of page it is, and whether it is all of the site, the file has no place for.</summary>
    private static string Bare(Study study) => (study with { Sample = [], Judgements = [], IsOfWholeSite = false }).Write();

    private static WcagEmReading Read(string file) => WcagEmReader.Read(Encoding.UTF8.GetBytes(file), DateTimeOffset.UnixEpoch);

    private static IEnumerable<JsonNode> Assertions() => Written["auditSample"]!.AsArray().Select(one => one!);
}
