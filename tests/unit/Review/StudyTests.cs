using Participatie.Surveys.Review.Criteria;
using Participatie.Surveys.Review.Studies;

namespace Participatie.Tests.Review;

public sealed class StudyTests
{
    private static readonly DateOnly Today = new(2026, 11, 28);

    [Fact]
    public void What_holds_and_what_does_not_apply_is_met_and_the_newer_six_do_not_count()
    {
        var study = GivenStudy.Complete();
        Assert.Equal((50, 0, true), (study.Score, study.Undecided, study.IsComplete));
        study = study.With(Of("reflow", Verdict.Failed)).With(Of("parsing", Verdict.NotTested)).With(Of("redundant-entry", Verdict.Failed));
        Assert.Equal((48, 1, false), (study.Score, study.Undecided, study.IsComplete));
        Assert.Equal(50, SuccessCriteria.OfLaw.Count);
    }

    [Fact]
    public void What_fails_on_one_page_fails_until_a_person_decides_otherwise()
    {
        var study = GivenStudy.Complete().With(Of("reflow", Verdict.NotTested)).With(Of("reflow", Verdict.Passed, page: 1));
        Assert.Equal(Verdict.NotTested, study.VerdictOf("reflow"));
        study = study.With(Of("reflow", Verdict.Failed, page: 2));
        Assert.Equal(Verdict.Failed, study.VerdictOf("reflow"));
        Assert.Equal(Verdict.Passed, study.With(Of("reflow", Verdict.Passed)).VerdictOf("reflow"));
        // With the page goes what was said of it, and its number comes to no other page.
        study = study.Without(2).WithPage("Nieuw", "ergens", SampleKind.Public, false);
        Assert.Equal((Verdict.NotTested, 7), (study.VerdictOf("reflow"), study.Sample[^1].Number));
    }

    [Fact]
    public void It_is_complete_with_pages_of_staff_documents_and_a_part_that_was_drawn_only()
    {
        var study = GivenStudy.Complete();
        Assert.False((study with { IsOfWholeSite = false }).IsComplete);
        Assert.False(study.Without(5).IsComplete);
        Assert.False(study.Without(6).IsComplete);
        Assert.False((study with { Sample = [.. study.Sample.Select(page => page with { IsRandom = false })] }).IsComplete);
    }

    [Fact]
    public void All_that_the_register_asks_has_to_be_there_before_everybody_reads_it()
    {
        Assert.Empty(StudyCheck.ForPublishing(GivenStudy.Complete(), Today));
        Assert.Equal(
            [
                nameof(Study.Title), nameof(Study.Researcher), nameof(Study.Client), nameof(Study.Norm), nameof(Study.Version),
                nameof(Study.Method), nameof(Study.Site), nameof(Study.Scope), nameof(Study.Browsers), nameof(Study.Baseline),
                nameof(Study.Technologies), nameof(Study.On), nameof(Study.Sample),
            ],
            StudyCheck.ForPublishing(new Study(), Today).Select(problem => problem.At));
        Assert.Equal(
            ["Deze dag moet nog komen. Vul een dag in die al geweest is."],
            StudyCheck.ForPublishing(GivenStudy.Complete() with { On = Today.AddDays(1) }, Today).Select(problem => problem.Message));
        Assert.Equal(
            ["Schrijf bij 1.4.10 op wat er niet goed is."],
            StudyCheck.ForPublishing(GivenStudy.Complete().With(Of("reflow", Verdict.Failed)), Today).Select(problem => problem.Message));
    }

    [Fact]
    public void What_is_too_long_is_no_draft_either()
    {
        var study = new Study { Title = "x" };
        Assert.Empty(StudyCheck.ForDraft(study));
        Assert.Single(StudyCheck.ForDraft(study with { Scope = new string('x', Study.LongestText + 1) }));
        Assert.Single(StudyCheck.ForDraft(study with { Client = new string('x', Study.LongestLine + 1) }));
        Assert.Single(StudyCheck.ForDraft(study.With(Of("reflow", Verdict.Passed) with { Explanation = new string('x', Study.LongestText + 1) })));
        Assert.Single(StudyCheck.ForDraft(Enumerable.Range(0, Study.MostPages + 1)
            .Aggregate(study, (all, at) => all.WithPage($"{at}", "ergens", SampleKind.Public, false))));
    }

    private static Judgement Of(string criterion, Verdict verdict, int? page = null) => new(criterion, page, verdict, "", GivenStudy.At);
}
