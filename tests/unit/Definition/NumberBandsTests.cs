using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Participatie.Surveys.Definition.Questions;
using Participatie.Tests.Answering;

namespace Participatie.Tests.Definition;

public sealed class NumberBandsTests
{
    [Theory]
    [InlineData(0, 1000, 0, 1)]
    [InlineData(0, 2000, 0, 1)]
    [InlineData(0, 200, 1, 1)]
    [InlineData(0, 2001, 0, 2)]
    [InlineData(0, 5000, 0, 5)]
    [InlineData(0, 1_000_000, 0, 1000)]
    [InlineData(-1_000_000_000, 1_000_000_000, 0, 2_000_000)]
    [InlineData(0, 1_000_000_000, 2, 100_000_000)]
    public void A_range_is_counted_by_number_or_in_round_bands(int min, int max, int decimals, long width) =>
        Assert.Equal(width, Number(min, max, decimals).BandWidth);

    [Fact]
    public void A_page_shows_few_round_bands_from_the_lowest_number_to_the_highest()
    {
        Assert.Equal(
            [
                new(0, 499),
                new(500, 999),
                new(1000, 1499),
                new(1500, 1999),
                new(2000, 2499),
                new(2500, 2999),
                new(3000, 3499),
                new(3500, 3999),
                new(4000, 4499),
                new(4500, 5000),
            ],
            NumberBands.Shown(Number(0, 5000, 0)));
        Assert.Equal(
            [new(-1500, -1001), new(-1000, -501), new(-500, -1), new(0, 499), new(500, 999), new(1000, 1500)],
            NumberBands.Shown(Number(-1500, 1500, 0)));
    }

    [Property(MaxTest = 2000)]
    public Property Bands_are_few_whole_and_cover_everything() => Prop.ForAll(
        Gen.Choose(-1_000_000_000, 999_999_999).ToArbitrary(),
        Gen.OneOf(Gen.Choose(1, 20_000), Gen.Choose(1, 2_000_000_000)).ToArbitrary(),
        Gen.Choose(0, 2).ToArbitrary(),
        (min, range, decimals) =>
        {
            var question = Number(min, (int)Math.Min(1_000_000_000, (long)min + range), decimals);
            var (low, high, width) = ((long)question.Min * question.Scale, (long)question.Max * question.Scale, question.BandWidth);
            Assert.True(
                (
                    (NumberBands.Start(high, width) - NumberBands.Start(low, width)) / width) + 1 <= (width == 1
                        ? NumberBands.WidestExact + 1
                        : NumberBands.Most));
            if (width == 1)
            {
                return;
            }

            var shown = NumberBands.Shown(question);
            Assert.InRange(shown.Count, 2, 10);
            Assert.Equal((low, high), (shown[0].From, shown[^1].To));
            Assert.All(shown.Zip(shown.Skip(1)), pair => Assert.Equal(pair.First.To + 1, pair.Second.From));
            Assert.All(shown.Skip(1), band => Assert.Equal(band.From, NumberBands.Start(band.From, width)));
        });

    private static NumberQuestion Number(int min, int max, int decimals) =>
        ((NumberQuestion)new GivenConsultation().WithNumber("getal", min, max).Of()) with { Decimals = decimals };
}
