using Participatie.Surveys.Definition;

namespace Participatie.Tests.Definition;

public sealed class SampleDatesTests
{
    [Theory]
    [InlineData(2026, 11, 22)]
    [InlineData(2028, 2, 29)]
    [InlineData(2020, 1, 1)]
    public void A_sample_closes_sixty_days_after_it_was_loaded_and_keeps_its_distances(int year, int month, int day)
    {
        var loaded = new DateOnly(year, month, day);
        var before = GivenConsultation.WithEveryKind().Build();
        var after = before.LoadedOn(loaded);

        Assert.Equal(loaded.AddDays(60), after.Charter.ClosesOn);
        Assert.Equal(Distances(before.Charter), Distances(after.Charter));
        Assert.Equal(Described.In(before with { Charter = after.Charter }), Described.In(after));
    }

    private static int[] Distances(Charter charter) =>
    [
        charter.ResultsBy.DayNumber - charter.ClosesOn.DayNumber,
        charter.DecisionBy.DayNumber - charter.ClosesOn.DayNumber,
        charter.KeepUntil.DayNumber - charter.ClosesOn.DayNumber,
    ];
}
