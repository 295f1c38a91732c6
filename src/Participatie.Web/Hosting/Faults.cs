using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Participatie.Surveys.Definition;

namespace Participatie.Web.Hosting;

/// <summary>
/// What happens when the program fails: the visitor gets a plain page with a number, the log gets the same number with the place of the
/// fault. The exception's message stays out of both, because it may hold what somebody typed.
/// </summary>
internal static partial class Faults
{
    public static ExceptionHandlerOptions Handling => new()
    {
        ExceptionHandler = HandleAsync,
        // The framework would log the whole exception; we do it without the messages.
        SuppressDiagnosticsCallback = _ => true,
    };

    private static async Task HandleAsync(HttpContext context)
    {
        var fault = context.Features.GetRequiredFeature<IExceptionHandlerFeature>().Error;
        if (fault is BadHttpRequestException broken)
        {
            await RefusalPage.WriteAsync(context, broken.StatusCode);
            return;
        }

        if (fault is UnreadableVersionException)
        {
            // The log said so when the version was read.
            await RefusalPage.WriteUnavailableAsync(context);
            return;
        }

        // Two groups of digits: somebody will read it out over the phone.
        var reference = RandomNumberGenerator.GetInt32(100_000_000).ToString("0000 0000", CultureInfo.InvariantCulture);
        LogFault(
            context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Faults)), reference, FaultPlace.Of(fault));
        await (fault is DbException && HttpMethods.IsPost(context.Request.Method)
            ? RefusalPage.WriteUnstoredAsync(context, reference)
            : RefusalPage.WriteFaultAsync(context, reference));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Fault {Reference}: {Description}")]
    private static partial void LogFault(ILogger log, string reference, string description);
}
