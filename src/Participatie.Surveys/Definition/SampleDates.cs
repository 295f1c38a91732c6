namespace Participatie.Surveys.Definition;

/// <summary>Samples count their days from the day they are loaded, so that a newcomer always finds them open.</summary>
public static class SampleDates
{
    public const int DaysOpen = 60;

    /// <summary>
    /// The same definition with every day of its charter moved equally far, so that it closes <see cref="DaysOpen"/> days after that day.
    /// </summary>
    public static Consultation LoadedOn(this Consultation sample, DateOnly day)
    {
        var charter = sample.Charter;
        var shift = day.AddDays(DaysOpen).DayNumber - charter.ClosesOn.DayNumber;
        return sample with
        {
            Charter = charter with
            {
                ClosesOn = charter.ClosesOn.AddDays(shift),
                ResultsBy = charter.ResultsBy.AddDays(shift),
                DecisionBy = charter.DecisionBy.AddDays(shift),
                KeepUntil = charter.KeepUntil.AddDays(shift),
            },
        };
    }
}
