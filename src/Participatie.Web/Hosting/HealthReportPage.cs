using System.Collections.Concurrent;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Participatie.Web.Hosting;

/// <summary>What monitoring reads: each check with its reason, and since when it is so. Nothing in it is about a person.</summary>
internal sealed class HealthReportPage(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, (HealthStatus Status, DateTimeOffset Since)> _since = new(StringComparer.Ordinal);

    public Task WriteAsync(HttpContext context, HealthReport report)
    {
        var now = clock.GetUtcNow();
        var checks = report.Entries.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => new Check(
            entry.Key,
            entry.Value.Status,
            // A check that failed by itself says its kind: a message may hold anything.
            entry.Value.Exception is { } fault ? fault.GetType().Name : entry.Value.Description,
            _since.AddOrUpdate(
                entry.Key,
                (entry.Value.Status, now),
                (_, known) => known.Status == entry.Value.Status ? known : (entry.Value.Status, now)).Since));
        return context.Response.WriteAsJsonAsync(new Report(report.Status, [.. checks]), HealthContext.Default.Report);
    }

    internal sealed record Report(HealthStatus Status, IReadOnlyList<Check> Checks);

    /// <param name="Name">Of the check.</param>
    /// <param name="Status">Now.</param>
    /// <param name="Reason">Null when all is well.</param>
    /// <param name="Since">When this instance noticed first that it is so.</param>
    internal sealed record Check(string Name, HealthStatus Status, string? Reason, DateTimeOffset Since);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, WriteIndented = true)]
[JsonSerializable(typeof(HealthReportPage.Report))]
internal sealed partial class HealthContext : JsonSerializerContext;
