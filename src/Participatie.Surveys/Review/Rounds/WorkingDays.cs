namespace Participatie.Surveys.Review.Rounds;

/// <summary>Days on which offices in the Netherlands work: not on Saturdays, Sundays and public holidays.</summary>
public static class WorkingDays
{
    private const int LiberationEach = 5;

    /// <summary>The last of a number of working days that begin on the day after.</summary>
    public static DateOnly After(DateOnly day, int count)
    {
        while (count > 0)
        {
            day = day.AddDays(1);
            count -= Is(day) ? 1 : 0;
        }

        return day;
    }

    public static bool Is(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsHoliday(day);

    private static bool IsHoliday(DateOnly day) => (day.Month, day.Day) switch
    {
        (1, 1) or (12, 25) or (12, 26) => true,
        (4, 27) => true,
        // The King's birthday, when that is a Sunday.
        (4, 26) => day.DayOfWeek == DayOfWeek.Saturday,
        (5, 5) => day.Year % LiberationEach == 0,
        // Easter Monday, Ascension Day, Whit Monday.
        _ => (day.DayNumber - Easter(day.Year).DayNumber) is 1 or 39 or 50,
    };

    /// <summary>By the rule of Meeus, Jones and Butcher for the Gregorian calendar.</summary>
    private static DateOnly Easter(int year)
    {
        var (golden, century, inCentury) = (year % 19, year / 100, year % 100);
        var correction = (century + 8) / 25;
        var epact = ((19 * golden) + century - (century / 4) - ((century - correction + 1) / 3) + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (inCentury / 4)) - epact - (inCentury % 4)) % 7;
        var shift = (golden + (11 * epact) + (22 * weekday)) / 451;
        var days = epact + weekday - (7 * shift) + 114;
        return new DateOnly(year, days / 31, (days % 31) + 1);
    }
}
