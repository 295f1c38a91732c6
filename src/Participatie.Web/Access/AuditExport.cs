using System.Globalization;
using Participatie.Surveys.Reporting.Export;
using Participatie.Surveys.Storage;

namespace Participatie.Web.Access;

/// <summary>Two lines in the audit log for each file: one before its first byte, and one that says what came of it.</summary>
public sealed class AuditExport(GroupedWriter writer, AuditLog audit)
{
    /// <param name="source">What is wanted; learns what this person took before.</param>
    /// <param name="network">Where it goes; see <see cref="AuditNote.NetworkOf"/>.</param>
    /// <param name="cancellationToken">Before it stands there.</param>
    public async Task BeginAsync(ExportSource source, string network, CancellationToken cancellationToken)
    {
        var request = source.Request;
        var what = request.Format.HasRows ? request.Filters.ToString() : "tabellen";
        var note = Note(request, network, "bestand begonnen") with
        {
            After = $"{request.Format.Key}; {what}; doel: {OneLine(request.Purpose)}",
        };
        var (previous, line) = await writer.WriteAsync(
            async scope => (await RecordExport.SinceAsync(scope, source.ConsultationId, request.Who), await audit.AppendAsync(scope, note)),
            cancellationToken);
        audit.Say([line]);
        source.Previous = previous;
    }

    /// <summary>Not to be cancelled: it says what happened.</summary>
    public async Task EndAsync(ExportSource source, string network, long rows)
    {
        var request = source.Request;
        var note = Note(request, network, "bestand klaar") with { After = Rows(request, rows) };
        var line = await writer.WriteAsync(
            async scope =>
            {
                if (request.Format.HasRows)
                    await RecordExport.KeepAsync(scope, source.ConsultationId, request.Who, source.Made);
                return await audit.AppendAsync(scope, note);
            },
            CancellationToken.None);
        audit.Say([line]);
    }

    /// <inheritdoc cref="EndAsync"/>
    public Task BreakOffAsync(ExportSource source, string network, long rows) => audit.WriteAsync(
        Note(source.Request, network, "bestand afgebroken") with { After = Rows(source.Request, rows), Result = AuditNote.Refused },
        CancellationToken.None);

    private static AuditNote Note(ExportRequest request, string network, string action) =>
        new(request.Who, network, action, request.Slug);

    private static string Rows(ExportRequest request, long rows) =>
        string.Create(CultureInfo.InvariantCulture, $"{request.Format.Key}; {rows} antwoorden");

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
