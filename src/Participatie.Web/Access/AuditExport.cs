using System.Globalization;
using Participatie.Surveys.Reporting.Export;

namespace Participatie.Web.Access;

/// <summary>Two lines in the audit log for each file: one before its first byte, and one that says what came of it.</summary>
public sealed class AuditExport(AuditLog audit)
{
    /// <param name="request">What is wanted.</param>
    /// <param name="network">Where it goes; see <see cref="AuditNote.NetworkOf"/>.</param>
    /// <param name="cancellationToken">Before it stands there.</param>
    public Task BeginAsync(ExportRequest request, string network, CancellationToken cancellationToken) => audit.WriteAsync(
        Note(request, network, "bestand begonnen") with
        {
            After = $"{request.Format.Key}; {(request.Format.HasRows ? request.Filters.ToString() : "tabellen")}; doel: {OneLine(request.Purpose)}",
        },
        cancellationToken);

    /// <summary>Not to be cancelled: it says what happened.</summary>
    public Task EndAsync(ExportRequest request, string network, long rows) => audit.WriteAsync(
        Note(request, network, "bestand klaar") with { After = Rows(request, rows) }, CancellationToken.None);

    /// <inheritdoc cref="EndAsync"/>
    public Task BreakOffAsync(ExportRequest request, string network, long rows) => audit.WriteAsync(
        Note(request, network, "bestand afgebroken") with { After = Rows(request, rows), Result = AuditNote.Refused },
        CancellationToken.None);

    private static AuditNote Note(ExportRequest request, string network, string action) =>
        new(request.Who, network, action, request.Slug);

    private static string Rows(ExportRequest request, long rows) =>
        string.Create(CultureInfo.InvariantCulture, $"{request.Format.Key}; {rows} antwoorden");

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
