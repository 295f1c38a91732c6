using Participatie.Surveys.Codes;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;

namespace Participatie.Web.Pages.Answering;

/// <summary>Stop and wipe, or go on later.</summary>
/// <param name="Slug">The consultation.</param>
/// <param name="Consultation">Its title.</param>
/// <param name="Back">Where the walk goes on.</param>
/// <param name="Answered">How many questions were answered.</param>
public sealed record StopView(string Slug, Text Consultation, string Back, int Answered)
{
    public const string Later = "later";
    public const string Wipe = "wipe";

    /// <summary>In a preview: it opens nothing.</summary>
    public static readonly Code Example = Surveys.Codes.Code.Of(12345678901);

    /// <summary>The code to go on later, once it was asked for.</summary>
    public Code? Code { get; init; }

    /// <summary>The address to type on another device.</summary>
    public string ResumeAt { get; init; } = "";

    internal static StopView Of(Visit visit) => new(visit.Slug, visit.Definition.Title, visit.NextAddress, visit.Draft!.AnsweredCount);
}
