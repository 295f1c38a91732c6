using FsCheck.Xunit;
using Participatie.Surveys.Analysis.Following;

namespace Participatie.Tests.Analysis.Following;

public sealed class SteppedCountsTests
{
    private static readonly IReadOnlyDictionary<string, long> Nothing = new Dictionary<string, long>(StringComparer.Ordinal);

    [Theory]
    [InlineData(9, 9, null, null)]
    [InlineData(19, 0, null, null)]
    [InlineData(20, 0, 10L, null)]
    [InlineData(57, 3, 50L, null)]
    [InlineData(45, 15, 40L, 10L)]
    [InlineData(40, 20, 40L, 10L)]
    public void Shows_tens_and_keeps_ten_people_back(long one, long other, long? shownOne, long? shownOther)
    {
        var shown = SteppedCounts.Advance(Nothing, Counts(one, other));

        Assert.Equal((shownOne, shownOther), (Of(shown, "een"), Of(shown, "ander")));
    }

    [Fact]
    public void Goes_a_whole_step_back_when_people_withdraw_and_never_for_one()
    {
        var shown = SteppedCounts.Advance(Nothing, Counts(62, 43));
        Assert.Equal((50L, 40L), (Of(shown, "een"), Of(shown, "ander")));

        var one = SteppedCounts.Advance(shown, Counts(49, 52));
        Assert.Equal((50L, 40L), (Of(one, "een"), Of(one, "ander")));
        var ten = SteppedCounts.Advance(shown, Counts(40, 62));
        Assert.Equal((40L, 50L), (Of(ten, "een"), Of(ten, "ander")));
    }

    /// <summary>Any way of arriving: what is said of a group is true, and close.</summary>
    [Property]
    public void Says_at_least_what_there_is_and_not_much_less(byte[] arrivals)
    {
        var (shown, counts) = (Nothing, new Dictionary<string, long>(StringComparer.Ordinal));
        foreach (var arrival in arrivals)
        {
            var group = $"{arrival % 5}";
            counts[group] = counts.GetValueOrDefault(group) + 1 + (arrival / 5 % 4);
            shown = SteppedCounts.Advance(shown, counts);
            Assert.All(
                counts, one => Assert.InRange(one.Value - shown.GetValueOrDefault(one.Key), 0, SteppedCounts.MostHidden));
        }
    }

    private static Dictionary<string, long> Counts(long one, long other) =>
        new(StringComparer.Ordinal) { ["een"] = one, ["ander"] = other };

    private static long? Of(IReadOnlyDictionary<string, long> shown, string group) =>
        shown.TryGetValue(group, out var count) ? count : null;
}
