using Participatie.Surveys.Analysis.Publishing;

namespace Participatie.Tests.Analysis;

public sealed class LookMomentsTests
{
    [Theory]
    [InlineData(0, 9, 0, null)]
    [InlineData(0, 10, 0, 10L)]
    [InlineData(0, 19, 0, 10L)]
    [InlineData(0, 20, 0, 10L)]
    [InlineData(0, 50, 0, 40L)]
    [InlineData(10, 11, 0, 10L)]
    [InlineData(49, 60, 40, 50L)]
    [InlineData(45, 49, 40, null)]
    [InlineData(100_000, 100_200, 99_900, null)]
    [InlineData(100_000, 100_200, 99_600, 100_190L)]
    public void A_look_is_taken_ten_after_the_last_one_at_the_earliest_and_where_possible_ten_before_the_end(
        long before, long after, long last, long? expected) =>
        Assert.Equal(expected, LookMoments.Next(before, after, last));

    [Fact]
    public void A_million_responses_at_once_make_about_a_thousand_looks()
    {
        var (last, looks) = (0L, 0);
        for (var counted = 0; counted < 1_000_000; counted += 200)
        {
            if (LookMoments.Next(counted, counted + 200, last) is { } next)
            {
                (last, looks) = (next, looks + 1);
            }
        }

        Assert.InRange(looks, 100, 1200);
    }
}
