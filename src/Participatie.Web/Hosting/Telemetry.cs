using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Participatie.Web.Hosting;

/// <summary>
/// Traces and metrics of requests, sent where the operator wants them. They say which kind of page took how long, and nothing of who asked
/// or what.
/// </summary>
internal static class Telemetry
{
    private const string Name = "participatie";

    /// <summary>
    /// The same for everybody who opens that kind of page. A path names what somebody reads and a query may hold what they typed; what a
    /// library adds some day is not in the list either.
    /// </summary>
    private static readonly string[] Kept = ["http.request.method", "http.response.status_code", "http.route", "error.type"];

    /// <param name="services">Of the site.</param>
    /// <param name="collector">Takes OTLP over HTTP; null sends nothing and measures nothing.</param>
    public static void AddTelemetry(this IServiceCollection services, Uri? collector)
    {
        if (collector is null)
            return;
        services.AddOpenTelemetry()
            // Not the usual description, which names the machine.
            .ConfigureResource(resource => resource.Clear().AddService(Name, autoGenerateServiceInstanceId: true))
            .WithTracing(traces => traces
                .AddAspNetCoreInstrumentation()
                .AddProcessor(new KeepHarmlessTags())
                .AddOtlpExporter(options => Send(options, collector, "v1/traces")))
            .WithMetrics(metrics => metrics
                .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.RateLimiting")
                .AddView("*", new MetricStreamConfiguration { TagKeys = Kept })
                .AddOtlpExporter(options => Send(options, collector, "v1/metrics")));
    }

    private static void Send(OtlpExporterOptions options, Uri collector, string signal)
    {
        options.Protocol = OtlpExportProtocol.HttpProtobuf;
        options.Endpoint = new Uri(collector.AbsoluteUri.TrimEnd('/') + "/" + signal);
    }

    private sealed class KeepHarmlessTags : BaseProcessor<Activity>
    {
        public override void OnEnd(Activity data)
        {
            foreach (var (tag, _) in data.TagObjects.Where(tag => !Kept.Contains(tag.Key, StringComparer.Ordinal)).ToList())
                data.SetTag(tag, null);
            // What came in with the request: anything may stand there. The message of a fault may hold what somebody typed.
            data.TraceStateString = null;
            data.SetStatus(data.Status);
        }
    }
}
