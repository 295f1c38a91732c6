using System.Globalization;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Review.Members;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Review.Members;

/// <summary>
/// How somebody reads, for the next round: on this device alone, because they asked for it, and until a day that they were told. The site
/// keeps no copy, so nothing here can come together with a name.
/// </summary>
/// <param name="Ways">That were chosen.</param>
/// <param name="Until">The last day on which they are known.</param>
public sealed record RememberedWays(IReadOnlyList<WayOfReading> Ways, DateOnly Until)
{
    private const string Cookie = "adviesraad-hoe";
    private const string Day = "yyyyMMdd";

    public static RememberedWays Nothing { get; } = new([], DateOnly.MinValue);

    public static RememberedWays Of(HttpContext context, DateOnly today) =>
        VisitorCookies.Read(context, Cookie, Addresses.CouncilStart)?.Split('.') is [var day, .. var ways]
        && DateOnly.TryParseExact(day, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var until) && until >= today
            ? new RememberedWays([.. ways.Select(Read).OfType<WayOfReading>()], until)
            : Nothing;

    /// <summary>For who asked for it; whatever was known before is gone.</summary>
    public static void Keep(HttpContext context, IReadOnlyCollection<WayOfReading> ways, DateOnly today) => VisitorCookies.Write(
        context,
        Cookie,
        string.Join('.', ways.Select(way => way.ToString()).Prepend(LastDay(today).ToString(Day, CultureInfo.InvariantCulture))),
        TimeSpan.FromDays(ComeIn.DaysUntilDeleted),
        Addresses.CouncilStart);

    public static void Forget(HttpContext context) => VisitorCookies.Delete(context, Cookie, Addresses.CouncilStart);

    public static DateOnly LastDay(DateOnly today) => today.AddDays(ComeIn.DaysUntilDeleted);

    /// <returns>Null for what is no way, or not written as it is stored.</returns>
    public static WayOfReading? Read(string? text) =>
        Enum.TryParse<WayOfReading>(text, out var way) && way.ToString() == text && Enum.IsDefined(way) ? way : null;
}
