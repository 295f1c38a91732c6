using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;

namespace Participatie.Web.Pages.Definition.Desk;

/// <summary>How pages of the desk say moments and people.</summary>
internal static class DeskWords
{
    /// <summary>"3 maart 2027 om 14:05", by the clock in the Netherlands.</summary>
    public static string Moment(DateTimeOffset at, InterfaceWords words)
    {
        var clock = Amsterdam.ClockOf(at);
        return words.Format("staff.moment", words.Day(DateOnly.FromDateTime(clock.DateTime)), clock.ToString("HH:mm", words.Culture));
    }

    /// <summary>Name and mail address; "het programma zelf" when no person did it.</summary>
    public static string Who(string who, InterfaceWords words) => who.Length == 0 ? words["staff.program"] : who;
}
