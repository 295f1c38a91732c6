using System.Text.RegularExpressions;
using Participatie.Surveys.Analysis.Representation;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Surveys.PlainLanguage;
using Participatie.Surveys.Reporting.OpenData;
using Participatie.Surveys.Reporting.Summary;
using Participatie.Web.Hosting;

namespace Participatie.Tests.Reporting.Summary;

public sealed partial class ComposeSummaryTests
{
    public static TheoryData<string, bool> Samples =>
        [.. SampleFiles.Read().SelectMany(sample => new[] { (sample.Slug, true), (sample.Slug, false) })];

    /// <summary>Every kind of question, with every way to take part.</summary>
    private static Consultation Everything => GivenConsultation.WithEveryKind()
        .But(one => one with { Organisations = true, Invitation = InvitationRule.Optional, Results = ResultsMoment.WhileOpen }).Build();

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_figure_stands_in_the_open_data(string slug, bool closed) =>
        Assert.Empty(Unknown(GivenSummary.Input(Sample(slug), closed: closed)));

    [Theory]
    [InlineData(1, 150, false)]
    [InlineData(2, 400, true)]
    [InlineData(3, 4000, true)]
    public void Every_figure_of_every_kind_stands_in_the_open_data(ulong seed, int responses, bool closed) =>
        Assert.Empty(Unknown(GivenSummary.Input(Everything, responses, closed, seed)));

    [Fact]
    public void A_figure_that_is_nowhere_else_is_found()
    {
        var input = GivenSummary.Input(Everything);
        var other = GivenSummary.Input(Everything, seed: 4);
        Assert.NotEmpty(SummaryFigures.Unknown(input, OpenTable.Of(other.Versions, other.Published)));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void It_is_plain_Dutch_and_the_page_beside_it_is_easy(string slug, bool closed)
    {
        var document = ComposeSummary.Of(GivenSummary.Input(Sample(slug), closed: closed));
        foreach (var text in new[] { document.Dutch, document.Easy })
        {
            // What authors and residents wrote was held to its level where it was written: here it stands in quotation marks or by itself.
            var own = GivenSummary.Words(text).Select(line => Quoted().Replace(line, "‘dit’")).Except(Written(Sample(slug))).ToList();
            var hard = own.Select(line => (line, Reading: new DutchText("", line, text.Language).Read()))
                .Where(line => line.Reading.IsAboveAim || line.Reading.HasOfficialese)
                .Select(line => $"{text.Language} {line.Reading.Level}: {line.line}");
            Assert.Empty(hard.Distinct(StringComparer.Ordinal));
            var whole = new DutchText("", string.Join("\n", own), text.Language).Read();
            Assert.False(whole.IsAboveAim, $"{text.Language}: {whole.ReadabilityMeasures.WordsPerSentence}");
        }
    }

    [Fact]
    public void The_first_page_stands_alone()
    {
        var document = ComposeSummary.Of(GivenSummary.Input(Everything));
        var first = document.Dutch.Blocks.TakeWhile(block => block is not SummaryPageEnd).ToList();
        Assert.Equal(
            ["punten", "ontbreekt", "niet"],
            first.OfType<SummaryHeading>().Where(heading => heading.Level == 2).Select(heading => heading.Id));
        var findings = Assert.Single(first.OfType<SummaryList>(), list => list.IsNumbered);
        Assert.Equal(ChooseFindings.Most, findings.Items.Count);
        // Each with its figure.
        Assert.All(findings.Items, item => Assert.Matches(@"\d", GivenSummary.Joined(item.Words)));
        Assert.Equal(findings.Items.Count, findings.Items.Select(item => GivenSummary.Joined(item.Lead)).Distinct().Count());
        Assert.Contains("4 maart 2027", string.Join('\n', GivenSummary.Words(document.Dutch)), StringComparison.Ordinal);
        Assert.Contains("geen steekproef", string.Join('\n', GivenSummary.Words(document.Dutch)), StringComparison.Ordinal);
    }

    [Fact]
    public void Headings_have_no_gaps_and_no_id_twice()
    {
        var headings = ComposeSummary.Of(GivenSummary.Input(Everything)).Dutch.Blocks.OfType<SummaryHeading>().ToList();
        Assert.Equal(1, headings[0].Level);
        Assert.All(headings.Zip(headings.Skip(1)), pair => Assert.True(pair.Second.Level <= pair.First.Level + 1 && pair.Second.Level > 1));
        Assert.Equal(headings.Count, headings.Select(heading => heading.Id).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void While_it_is_open_it_is_called_a_stand_and_has_no_groups_and_nobody_in_it()
    {
        var input = GivenSummary.Input(Everything, closed: false);
        var document = ComposeSummary.Of(input);
        Assert.False(document.IsFinal);
        Assert.StartsWith("Tussenstand: ", document.Dutch.Title, StringComparison.Ordinal);
        Assert.DoesNotContain(document.Dutch.Blocks.OfType<SummaryHeading>(), heading => heading.Id == "deelnemers");
        var people = Everything.Numbered.Where(question => question.Dimension is not null).Select(question => "vraag-" + question.Id);
        Assert.DoesNotContain(document.Dutch.Blocks.OfType<SummaryHeading>(), heading => people.Contains(heading.Id));
        Assert.Contains("Dit is een tussenstand. De uitslag kan anders worden.", GivenSummary.Words(document.Dutch));

        var last = ComposeSummary.Of(GivenSummary.Input(Everything));
        Assert.True(last.IsFinal);
        Assert.StartsWith("Samenvatting: ", last.Dutch.Title, StringComparison.Ordinal);
        Assert.Contains(last.Dutch.Blocks.OfType<SummaryHeading>(), heading => heading.Id == "deelnemers");
    }

    [Fact]
    public void Who_is_missing_is_said_after_closing_and_not_with_old_figures_unless_somebody_said_yes()
    {
        var input = GivenSummary.Input(GivenConsultation.WithEveryKind().Build(), responses: 4000);
        Assert.Contains("inwoners van", Missing(input), StringComparison.Ordinal);
        Assert.Contains(Headings(input), heading => heading.Id == "inwoners");

        var old = input with { Inhabitants = input.Inhabitants! with { IsOld = true } };
        Assert.Contains("Die zijn te oud.", Missing(old), StringComparison.Ordinal);
        Assert.DoesNotContain(Headings(old), heading => heading.Id == "inwoners");

        var agreed = old with { Inhabitants = old.Inhabitants! with { Consent = new InhabitantConsent("Anna", GivenSummary.Now) } };
        Assert.Contains("oude cijfers van inwoners", Missing(agreed), StringComparison.Ordinal);
        Assert.Contains(Headings(agreed), heading => heading.Id == "inwoners");

        var open = GivenSummary.Input(Everything, closed: false);
        Assert.Contains("Dat weten wij pas na het sluiten.", Missing(open), StringComparison.Ordinal);

        static string Missing(SummaryInput input) => string.Join(
            ' ',
            ComposeSummary.Of(input).Dutch.Blocks.SkipWhile(block => block is not SummaryHeading { Id: "ontbreekt" }).Skip(1)
                .TakeWhile(block => block is SummaryParagraph).Cast<SummaryParagraph>().Select(one => GivenSummary.Joined(one.Words)));

        static IEnumerable<SummaryHeading> Headings(SummaryInput input) => ComposeSummary.Of(input).Dutch.Blocks.OfType<SummaryHeading>();
    }

    [Fact]
    public void The_same_count_gives_the_same_document_and_another_one_another()
    {
        var (one, again) = (ComposeSummary.Of(GivenSummary.Input(Everything)), ComposeSummary.Of(GivenSummary.Input(Everything)));
        Assert.Equal(SummaryJson.Write(one), SummaryJson.Write(again));
        Assert.NotEqual(SummaryJson.Write(one), SummaryJson.Write(ComposeSummary.Of(GivenSummary.Input(Everything, seed: 9))));
    }

    [Fact]
    public void A_stored_document_that_was_changed_is_not_shown()
    {
        var written = SummaryJson.Write(ComposeSummary.Of(GivenSummary.Input(Everything)));
        Assert.Throws<InvalidDataException>(
            () => SummaryJson.Read(written.Replace("Samenvatting", "Samenvattinx", StringComparison.Ordinal), SummaryJson.HashOf(written)));
    }

    [Fact]
    public void What_people_wrote_is_not_in_the_stored_document()
    {
        var input = GivenSummary.Input(Everything, written: "Geheime woorden");
        Assert.DoesNotContain("Geheime", SummaryJson.Write(ComposeSummary.Of(input)), StringComparison.Ordinal);
        var stored = GivenSummary.Stored(input);
        var answers = stored.Document.Dutch.Blocks.OfType<SummaryAnswers>().First();
        Assert.Equal("Geheime woorden", Assert.Single(stored.Of(answers)).Text);
        Assert.Empty((stored with { Written = new Dictionary<(string, string), Passage>() }).Of(answers));
    }

    [Fact]
    public void Each_table_has_a_sentence_and_what_fewer_people_say_is_told()
    {
        var document = ComposeSummary.Of(GivenSummary.Input(Everything));
        Assert.All(document.Dutch.Blocks.OfType<SummaryTable>(), table => Assert.NotEmpty(table.Sentence));
        Assert.Contains("Niet iedereen koos dat.", string.Join('\n', GivenSummary.Words(document.Dutch)), StringComparison.Ordinal);
        Assert.Contains("kreeg gemiddeld het minst", string.Join('\n', GivenSummary.Words(document.Dutch)), StringComparison.Ordinal);
    }

    private static Consultation Sample(string slug) => SampleFiles.Read().Single(sample => sample.Slug == slug);

    /// <summary>What an author wrote, or staff in the decisions of <see cref="GivenSummary"/>.</summary>
    private static IEnumerable<string> Written(Consultation definition) =>
    [
        .. definition.Texts.SelectMany(text => new[] { Languages.Dutch, Languages.EasyDutch }.Select(language => text.In(language).Text))
            .SelectMany(text => text.Split('\n').Append(text))
            .SelectMany(text => new[] { text.Trim(), $"Samenvatting: {text}", $"Tussenstand: {text}" }),
    ];

    private static List<string> Unknown(SummaryInput input) =>
        SummaryFigures.Unknown(input, OpenTable.Of(input.Versions, input.Published, input.Letters));

    [GeneratedRegex("‘[^’]*’", RegexOptions.None, 1000)]
    private static partial Regex Quoted();
}
