using Microsoft.Net.Http.Headers;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Reporting.Export;
using Participatie.Surveys.Reporting.Export.Formats;
using Participatie.Web.Access;

namespace Participatie.Web.Pages.Reporting.Desk;

/// <summary>
/// A file that is made while it is sent. What breaks off ends the connection without an end: a browser says that the download failed and
/// keeps nothing that looks whole.
/// </summary>
internal sealed partial class SentFile(
    ExportSource source, IDisposable place, ExportRows rows, string network, AuditExport audit, ILogger<SentFile> log) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var taken = place;
        var request = source.Request;
        await audit.BeginAsync(source, network, httpContext.RequestAborted);
        var name = new ContentDispositionHeaderValue("attachment");
        name.SetHttpFileName(request.FileName(Amsterdam.DayOf(source.Made)));
        httpContext.Response.Headers.ContentDisposition = name.ToString();
        httpContext.Response.ContentType = request.Format.MediaType;
        if (request.Format is JsonLinesFormat)
        {
            var schema = Addresses.OpenDataFile(request.Slug, OpenDataEndpoints.Schema);
            httpContext.Response.Headers.Link = $"<{schema}>; rel=\"describedby\"; type=\"application/schema+json\"";
        }

        try
        {
            // The browser shows that it comes, however long the first bytes take.
            await httpContext.Response.StartAsync(httpContext.RequestAborted);
            var written = await request.Format.WriteAsync(source, httpContext.Response.Body, httpContext.RequestAborted);
            await httpContext.Response.CompleteAsync();
            // Not every server tells by a failed write that nobody reads any more.
            httpContext.RequestAborted.ThrowIfCancellationRequested();
            await audit.EndAsync(source, network, written.Rows);
        }
#pragma warning disable CA1031 // Whatever it is: the answer has begun, so the visitor can only be told by a connection that ends.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            var isGone = httpContext.RequestAborted.IsCancellationRequested;
            httpContext.Abort();
            if (fault is not RightEndedException && !isGone)
                LogBrokenOff(request.Format.Key, request.Slug, fault);
            await audit.BreakOffAsync(source, network, rows.Written);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A file ({Format}) of {Slug} broke off")]
    private partial void LogBrokenOff(string format, string slug, Exception fault);
}

/// <summary>How far a file is.</summary>
internal sealed class ExportRows
{
    public long Written { get; set; }
}

/// <summary>Whoever asked for it may not have it any more.</summary>
internal sealed class RightEndedException() : Exception("The role or the session ended.");
