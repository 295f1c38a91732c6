using System.Globalization;
using Participatie.Surveys.Language;

namespace Participatie.Web.FormParts;

/// <summary>A day as somebody typed it in <c>DayInput</c>: three texts, kept whatever they are.</summary>
public sealed record DayFields(string Day, string MonthOfYear, string YearNumber)
{
    /// <summary>Behind the name of the form part: the names of its second and third field.</summary>
    public const string Month = "-maand";
    public const string Year = "-jaar";

    private const int Century = 2000;
    private const int FewestLetters = 3;

    public static DayFields Nothing { get; } = new("", "", "");

    public static DayFields From(IFormCollection form, string name) =>
        new(form[name].ToString().Trim(), form[name + Month].ToString().Trim(), form[name + Year].ToString().Trim());

    public static DayFields Of(DateOnly day) => new(
        day.Day.ToString(CultureInfo.InvariantCulture),
        day.Month.ToString(CultureInfo.InvariantCulture),
        day.Year.ToString(CultureInfo.InvariantCulture));

    public bool IsEmpty => Day.Length + MonthOfYear.Length + YearNumber.Length == 0;

    /// <summary>A month may be its number or its name, or the beginning of that; a year of two digits is one of this century.</summary>
    /// <returns>Null when there is no such day.</returns>
    public DateOnly? Read(CultureInfo culture)
    {
        if (NumberOf(Day) is not { } day || MonthIn(culture) is not { } month || NumberOf(YearNumber) is not { } year)
            return null;
        year += year < 100 ? Century : 0;
        return year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
    }

    private int? MonthIn(CultureInfo culture)
    {
        if (NumberOf(MonthOfYear) is { } number)
            return number;
        var typed = TypedDigits.Plain(MonthOfYear).Trim().TrimEnd('.');
        var names = culture.DateTimeFormat.MonthNames;
        // "mrt" is what calendars say of a month whose name does not begin so.
        var found = typed.Length < FewestLetters ? -1
            : Array.FindIndex(names, name => name.StartsWith(typed, true, culture)) is >= 0 and var full ? full
            : Array.FindIndex(
                culture.DateTimeFormat.AbbreviatedMonthNames,
                name => name.Length > 0 && name.TrimEnd('.').Equals(typed, StringComparison.OrdinalIgnoreCase));
        return found < 0 ? null : found + 1;
    }

    private static int? NumberOf(string typed) =>
        int.TryParse(TypedDigits.Plain(typed).Trim().TrimEnd('.'), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
