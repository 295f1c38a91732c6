using Participatie.Surveys.Review.Criteria;
using Participatie.Surveys.Review.Statement;
using Participatie.Surveys.Review.Studies;

namespace Participatie.Tests.Review;

public sealed class ComplianceTests
{
    private static readonly DateOnly Today = new(2026, 11, 28);

    private static readonly (string Name, bool IsAllMet, bool IsDescribed)[] Studies =
        [("none", false, false), ("met", true, false), ("described", false, true), ("bare", false, false)];

    /// <summary>When it was finished, and whether it is under three years old.</summary>
    private static readonly (DateOnly On, bool IsYoung)[] Ages =
        [(Today, true), (Today.AddYears(-3).AddDays(1), true), (Today.AddYears(-3), false), (Today.AddYears(-9), false)];

    private static readonly (DateOnly? On, bool Counts)[] Plans =
        [(null, false), (Today.AddDays(-1), false), (Today, true), (Today.AddMonths(6), true), (Today.AddMonths(6).AddDays(1), false)];

    /// <summary>Since when status C was said.</summary>
    private static readonly (DateOnly? Since, bool Counts)[] Since =
        [(null, true), (Today, true), (Today.AddMonths(-6), true), (Today.AddMonths(-6).AddDays(-1), false)];

    [Fact]
    public void The_status_follows_the_rules_for_every_combination_of_statement_study_age_and_plan()
    {
        var seen = new HashSet<ComplianceRule>();
        foreach (var hasStatement in new[] { true, false })
        foreach (var study in Studies)
        foreach (var age in Ages)
        foreach (var plan in Plans)
        foreach (var since in Since)
        {
            var facts = new ComplianceFacts(
                hasStatement,
                study.Name == "none" ? null : new CompleteStudy(age.On, study.IsAllMet, study.IsDescribed),
                plan.On,
                since.Since);
            var expected = !hasStatement ? ComplianceStatus.E
                : study.Name == "met" && age.IsYoung ? ComplianceStatus.A
                : study.Name == "described" && age.IsYoung ? ComplianceStatus.B
                : plan.Counts && since.Counts ? ComplianceStatus.C
                : ComplianceStatus.D;
            var found = Compliance.Of(facts, Today);
            Assert.True(expected == found.Status, $"{facts}: {found}, not {expected}");
            seen.Add(found.Rule);
        }

        // Each rule is the reason of some combination: none stands there for nothing.
        Assert.Equal(Enum.GetValues<ComplianceRule>().Order(), seen.Order());
    }

    [Theory]
    [InlineData("none", 0, null, ComplianceRule.NothingPlanned)]
    [InlineData("met", 2, null, ComplianceRule.StudyTooOld)]
    [InlineData("bare", 0, null, ComplianceRule.MeasuresMissing)]
    [InlineData("bare", 0, -1, ComplianceRule.PlanPassed)]
    [InlineData("none", 0, 400, ComplianceRule.PlanTooFar)]
    public void The_rule_that_gives_it_is_named(string name, int age, int? plannedIn, ComplianceRule rule)
    {
        var study = Studies.Single(one => one.Name == name);
        Assert.Equal(
            rule,
            Compliance.Of(
                new ComplianceFacts(
                    true,
                    name == "none" ? null : new CompleteStudy(Ages[age].On, study.IsAllMet, study.IsDescribed),
                    plannedIn is { } days ? Today.AddDays(days) : null,
                    null),
                Today).Rule);
    }

    [Fact]
    public void Every_deviation_has_to_be_described_and_the_newer_six_are_no_deviation_of_the_law()
    {
        var study = GivenStudy.Complete()
            .With(new Judgement("reflow", null, Verdict.Failed, "Te breed", GivenStudy.At))
            .With(new Judgement("redundant-entry", null, Verdict.Failed, "Dubbel", GivenStudy.At));
        var text = new StatementText().WithFaultsOf(study);
        Assert.Equal([("reflow", "Te breed"), ("redundant-entry", "Dubbel")], text.Faults.Select(fault => (fault.Criterion!, fault.What)));
        Assert.False(text.Describes(study));
        var described = text.Faults[0] with { Cause = "a", Consequence = "b", Measure = "c", PlannedOn = Today };
        Assert.True(text.With(described).Describes(study));
        Assert.False(text.With(described with { PlannedOn = null }).Describes(study));
        // Nothing comes twice.
        Assert.Equal(2, text.WithFaultsOf(study).Faults.Count);
        Assert.Equal(50, SuccessCriteria.OfLaw.Count);
    }

    [Fact]
    public void Staff_are_warned_when_the_register_differs_after_a_year_and_before_C_ends()
    {
        var text = new StatementText
        {
            SignedOn = Today,
            Claimed = ComplianceStatus.C,
            ClaimedSince = Today,
            RegisterLink = "https://register.voorbeeld.nl/1",
            RegisterStatus = ComplianceStatus.C,
        };
        Assert.Empty(At(text, Today));
        Assert.Equal([StatementWarning.Differs], At(text with { RegisterStatus = ComplianceStatus.B }, Today));
        Assert.Equal([StatementWarning.Differs], At(text with { RegisterLink = "" }, Today));
        Assert.Empty(At(text, Today.AddMonths(6).AddDays(-31)));
        Assert.Equal([StatementWarning.PlanEnds], At(text, Today.AddMonths(6).AddDays(-30)));
        Assert.Equal([StatementWarning.Old, StatementWarning.PlanEnds], At(text, Today.AddYears(1)));
        // A study that came meanwhile makes the plan no matter any more.
        var signedOnce = new StatementRevision(
            1, StatementState.InForce, text with { RegisterStatus = ComplianceStatus.A }, GivenStudy.At, "Anna");
        Assert.Empty(StatementWarnings.Of(
            new ComplianceNow(signedOnce, signedOnce, null, new Compliance(ComplianceStatus.A, ComplianceRule.AllMet), null),
            Today.AddMonths(6)));
        Assert.Empty(StatementWarnings.Of(
            new ComplianceNow(null, null, null, new Compliance(ComplianceStatus.D, ComplianceRule.NothingPlanned), null), Today));

        static IEnumerable<StatementWarning> At(StatementText text, DateOnly today)
        {
            var signed = new StatementRevision(1, StatementState.InForce, text, GivenStudy.At, "Anna");
            return StatementWarnings.Of(
                new ComplianceNow(signed, signed, null, new Compliance(ComplianceStatus.C, ComplianceRule.StudyPlanned), null), today)
                .Select(due => due.Warning);
        }
    }
}
