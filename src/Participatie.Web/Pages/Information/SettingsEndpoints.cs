using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Web.Frame;
using Participatie.Web.Hosting;
using Participatie.Web.Pages.Answering;

namespace Participatie.Web.Pages.Information;

/// <summary>
/// The language and the reading settings: a form that also works without JavaScript and before anything else was visited. A group that
/// is not in the form keeps what was chosen, so that a button elsewhere can set one thing.
/// </summary>
internal static class SettingsEndpoints
{
    public static void MapSettings(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Addresses.Settings, (HttpRequest request, ReadingSettings reading) =>
            PageResult.Of<SettingsPage>(new SettingsView(reading, ElsewhereOrNull(SameSiteReferer.PathOf(request)))));
        pages.MapPost(Addresses.Settings, Save).WithMetadata(new SameOriginOnly());
    }

    /// <summary>No page learns from a preview where somebody came from: so from here it leads on to where the walk goes on.</summary>
    public static void MapPreviewSettings(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Addresses.Patterns.PreviewSettings, async (
            HttpContext context, string slug, FindVisit findVisit, ReadingSettings reading) =>
            await findVisit.OfAsync(context, slug) is { } visit
                ? PageResult.Of<SettingsPage>(
                    new SettingsView(reading, visit.Draft is null ? Addresses.Consultation(slug) : visit.NextAddress)
                    {
                        Address = Addresses.SettingsFrom(slug),
                    })
                : Results.NotFound());
        pages.MapPost(Addresses.Patterns.PreviewSettings, Save).WithMetadata(new SameOriginOnly());
    }

    private static IResult Save(IFormCollection form, HttpContext context, InterfaceWords words, ReadingSettings reading)
    {
        var back = ElsewhereOrNull(form[SettingsView.BackField]);
        var own = context.GetRouteValue("slug") is string slug ? Addresses.SettingsFrom(slug) : Addresses.Settings;
        if (form.ContainsKey(SettingsView.ResetField))
        {
            ReadingSettingsCookie.Remember(context, ReadingSettings.Default);
            return SavedAt(back ?? own);
        }

        var (chosen, problems) = Read(form, words, reading);
        if (problems.Count > 0)
            return PageResult.Of<SettingsPage>(
                new SettingsView(chosen, back, problems) { Address = own }, StatusCodes.Status422UnprocessableEntity);
        if (form.TryGetValue(SettingsView.LanguageField, out var language))
            VisitorLanguage.Remember(context, language!);
        ReadingSettingsCookie.Remember(context, chosen);
        return SavedAt(back ?? own);
    }

    private static (ReadingSettings Chosen, IReadOnlyList<Problem> Problems) Read(
        IFormCollection form, InterfaceWords words, ReadingSettings chosen)
    {
        var problems = new List<Problem>();
        if (form.TryGetValue(SettingsView.LanguageField, out var language) && !VisitorLanguage.IsKnown(language))
            problems.Add(new Problem(SettingsView.LanguageField, words["settings.unknown"]));
        foreach (var setting in ReadingSetting.All)
        {
            if (!form.TryGetValue(setting.Field, out var value))
                continue;
            if (chosen.With(setting, value) is { } changed)
                chosen = changed;
            else
                problems.Add(new Problem(setting.Field, words["settings.unknown-choice"]));
        }

        return (chosen, problems);
    }

    private static SeeOther SavedAt(string address) => new($"{address}#{Frame.Frame.Saved}");

    /// <summary>
    /// The address comes from the visitor's side: only a path of this site is followed, and only one that leads somewhere else.
    /// </summary>
    private static string? ElsewhereOrNull(string? address) =>
        address is ['/', ..] && address.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '-')
        && !address.StartsWith("//", StringComparison.Ordinal) && address != Addresses.Settings
            ? address
            : null;
}
