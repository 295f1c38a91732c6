using System.Globalization;
using System.Text;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Language;

namespace Participatie.Web.Pages.Definition.Desk.Comparing;

/// <summary>One of two documents that are compared.</summary>
/// <param name="Name">As a page says it.</param>
/// <param name="Text">Of the document.</param>
internal sealed record ComparedDocument(string Name, string Text)
{
    /// <summary>Names in the address of a comparison.</summary>
    public const string From = "van";
    public const string To = "naar";

    private const string Version = "versie-";

    public static string RevisionName(int revision) => revision.ToString(CultureInfo.InvariantCulture);

    public static string VersionName(int version) => string.Create(CultureInfo.InvariantCulture, $"{Version}{version}");

    /// <param name="found">The consultation.</param>
    /// <param name="asked">The number of a revision, or "versie-2" for what residents answered.</param>
    /// <param name="copies">Where revisions are.</param>
    /// <param name="words">Of the page.</param>
    /// <param name="cancellationToken">Of the request.</param>
    /// <returns>Null when there is none.</returns>
    public static async Task<ComparedDocument?> FindAsync(
        DeskConsultation found, string asked, WorkingCopies copies, InterfaceWords words, CancellationToken cancellationToken)
    {
        var typed = TypedDigits.Plain(asked).Trim().ToLowerInvariant().Replace("versie ", Version, StringComparison.Ordinal);
        var isVersion = typed.StartsWith(Version, StringComparison.Ordinal);
        if (!int.TryParse(isVersion ? typed[Version.Length..] : typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return null;
        if (isVersion)
            return found.Versions.FirstOrDefault(version => version.Number == number) is { } version
                ? new ComparedDocument(
                    words.Format("staff.compare.version", number), Encoding.UTF8.GetString(DefinitionWriter.Write(version.Definition)))
                : null;
        return await copies.OneAsync(found.Life.ConsultationId, number, cancellationToken) is { } copy
            ? new ComparedDocument(words.Format("staff.revisions.one", number), copy.Document)
            : null;
    }
}
