using Participatie.Surveys.PlainLanguage;
using Participatie.Surveys.Review.Criteria;

namespace Participatie.Tests.Review;

public sealed class SuccessCriteriaTests
{
    public static TheoryData<string> Ids => [.. SuccessCriteria.All.Select(criterion => criterion.Id)];

    [Fact]
    public void The_law_counts_fifty_and_the_newest_version_has_fifty_five()
    {
        Assert.Equal(56, SuccessCriteria.All.Count);
        Assert.Equal(50, SuccessCriteria.OfLaw.Count);
        Assert.Equal(55, SuccessCriteria.All.Count(criterion => criterion.IsInNewest));
        Assert.Equal(
            ["2.4.11", "2.5.7", "2.5.8", "3.2.6", "3.3.7", "3.3.8"], SuccessCriteria.BeyondLaw.Select(criterion => criterion.Number));
        Assert.Equal(["4.1.1"], SuccessCriteria.All.Where(criterion => !criterion.IsInNewest).Select(criterion => criterion.Number));
    }

    /// <summary>As W3C counts them: WCAG 2.0 has 25 of A and 13 of AA, 2.1 adds 5 and 7, 2.2 adds 2 and 4.</summary>
    [Theory]
    [InlineData("2.0", 25, 13)]
    [InlineData("2.1", 5, 7)]
    [InlineData("2.2", 2, 4)]
    public void Each_version_brought_as_many_as_it_did(string since, int ofA, int ofDoubleA)
    {
        var those = SuccessCriteria.All.Where(criterion => criterion.Since == since).ToList();
        Assert.Equal((ofA, ofDoubleA), (those.Count(one => one.Level == "A"), those.Count(one => one.Level == "AA")));
        Assert.Equal(ofA + ofDoubleA, those.Count);
    }

    [Fact]
    public void They_stand_in_the_order_of_their_numbers_and_none_twice()
    {
        var numbers = SuccessCriteria.All.Select(criterion => Version.Parse(criterion.Number)).ToList();
        Assert.Equal(numbers.Distinct().Order(), numbers);
        Assert.Equal(56, SuccessCriteria.All.Select(criterion => criterion.Name).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_explanation_is_plain_Dutch(string id)
    {
        var report = CheckText.Read(SuccessCriteria.Find(id)!.Explanation);
        Assert.False(
            report.IsAboveAim,
            $"{report.Level}: {string.Join(" | ", report.Warnings.Select(warning => $"{warning.Kind} {warning.Where}"))}");
    }

    [Fact]
    public void What_is_none_is_not_found() => Assert.Null(SuccessCriteria.Find("sign-language-prerecorded"));
}
