using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;

namespace Participatie.Web.Pages.Information;

/// <summary>A consultation that can be answered now without the council's sign-off.</summary>
/// <param name="Definition">As it is asked now.</param>
/// <param name="Life">With who opened it, or that nobody looked.</param>
public sealed record UnsignedConsultation(Consultation Definition, ConsultationLife Life)
{
    /// <summary>The newest first; a trial is nobody's business.</summary>
    internal static IReadOnlyList<UnsignedConsultation> OpenIn(Catalogue catalogue, DateTimeOffset now) =>
    [
        .. catalogue.All.Where(version => catalogue.StateOf(version, now) == OpenState.Open)
            .Select(version => new UnsignedConsultation(version.Definition, catalogue.LifeOf(version)))
            .Where(one => !one.Life.IsTrial && (one.Life.Overrule is not null || one.Life.IsNotLookedAt))
            .OrderByDescending(one => one.Life.OpenedAt),
    ];
}
