using Microsoft.Extensions.Diagnostics.HealthChecks;
using Participatie.Surveys.Definition;

namespace Participatie.Web.Counting;

/// <summary>Degraded while a consultation is unavailable because this release does not understand a version of it.</summary>
public sealed class DefinitionsHealth(Catalogue catalogue) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(catalogue.Unreadable is []
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded(
                string.Join(
                    "; ",
                    catalogue.Unreadable.Select(version => $"{version.Slug} is unavailable: version {version.Number} at '{version.At}'"))));
}
