using System.Globalization;

namespace Participatie.Web.Pages.Access;

/// <summary>A day as people write it: "31-12-2027", "31/12/2027", "31 december 2027".</summary>
internal static class TypedDay
{
    private static readonly string[] Forms = ["d-M-yyyy", "d/M/yyyy", "d.M.yyyy", "d M yyyy", "d MMMM yyyy", "d MMM yyyy", "yyyy-M-d"];

    public static DateOnly? Read(string typed, CultureInfo culture) =>
        DateOnly.TryParseExact(typed.Trim(), Forms, culture, DateTimeStyles.AllowInnerWhite, out var day) ? day : null;

    public static string Write(DateOnly day) => day.ToString("d-M-yyyy", CultureInfo.InvariantCulture);
}
