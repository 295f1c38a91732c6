namespace Participatie.Surveys.Definition;

/// <summary>Days are days in the Netherlands, whatever clock the machine keeps.</summary>
public static class Amsterdam
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Zone).DateTime);

    /// <summary>What the clock says there at a moment.</summary>
    public static DateTimeOffset ClockOf(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone);

    /// <summary>
    /// The moment at which that day begins there. Midnight is never skipped or doubled in this zone: the clock changes at 02:00 and 03:00.
    /// </summary>
    public static DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Zone.GetUtcOffset(midnight));
    }

    public static DateTimeOffset EndOf(DateOnly day) => StartOf(day.AddDays(1));
}
