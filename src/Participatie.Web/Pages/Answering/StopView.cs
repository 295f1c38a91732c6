using Participatie.Surveys.Answering.Codes;
using Participatie.Surveys.Definition;

namespace Participatie.Web.Pages.Answering;

/// <summary>Stop and wipe, or go on later.</summary>
/// <param name="Slug">The consultation.</param>
/// <param name="Consultation">Its title.</param>
/// <param name="Back">Where the walk goes on; null when there is no draft (any more).</param>
/// <param name="Code">The code to go on later, once it was asked for.</param>
public sealed record StopView(string Slug, Text Consultation, string? Back, Code? Code)
{
    public const string Later = "later";
    public const string Wipe = "wipe";
}
