using Participatie.Surveys.Definition;
using Participatie.Web.Frame;

namespace Participatie.Web.Pages.Information;

/// <param name="Chosen">What the form shows as chosen.</param>
/// <param name="Back">Where the visitor came from and goes on to; null when that is not known.</param>
public sealed record SettingsView(ReadingSettings Chosen, string? Back, IReadOnlyList<Problem>? Problems = null)
{
    /// <summary>Of the form.</summary>
    public string Address { get; init; } = Addresses.Settings;

    public const string LanguageField = "taal";
    public const string BackField = "terug";

    /// <summary>The button that brings back the settings of the device.</summary>
    public const string ResetField = "alles-terug";
}
