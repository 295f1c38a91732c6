using Participatie.Web.Hosting;

namespace Participatie.Web.Frame;

/// <summary>The one cookie of the reading settings, which holds nothing else. Who has the default settings has no such cookie.</summary>
public static class ReadingSettingsCookie
{
    public const string Name = "weergave";
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(365);

    public static ReadingSettings Of(HttpContext context) => ReadingSettings.Parse(VisitorCookies.Read(context, Name));

    public static void Remember(HttpContext context, ReadingSettings settings)
    {
        if (!settings.IsDefault)
            VisitorCookies.Write(context, Name, settings.ToString(), Remembered);
        else if (VisitorCookies.Read(context, Name) is not null)
            VisitorCookies.Delete(context, Name);
    }
}
