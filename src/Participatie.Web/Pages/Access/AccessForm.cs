using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Access;

/// <summary>The names of the fields of these pages.</summary>
internal static class AccessForm
{
    public const string Name = "naam";
    public const string Mail = "mail";
    public const string Password = "wachtwoord";
    public const string OldPassword = "huidig";
    public const string Code = "code";
    public const string Key = "sleutel";
    public const string Way = "keuze";
    public const string Later = "later";
    public const string NewCodes = "herstelcodes";
    public const string SignOut = "uitloggen";
    public const string SignOutEverywhere = "overal";

    /// <summary>The same words and status wherever somebody tried too often.</summary>
    public static Problem TooSoon(HttpContext context, TimeSpan wait, string field, InterfaceWords words) =>
        new(field, words.Count("staff.wait", TooBusy.SayWhen(context, wait)));
}
