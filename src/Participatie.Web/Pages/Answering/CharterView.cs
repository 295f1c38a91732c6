using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;

namespace Participatie.Web.Pages.Answering;

/// <param name="Version">Whose promises they are.</param>
/// <param name="Life">What became of them; null in a preview.</param>
public sealed record CharterView(PublishedVersion Version, ConsultationLife? Life)
{
    public Consultation Definition => Version.Definition;

    /// <summary>The last day for answers as it is now.</summary>
    public DateOnly ClosesOn => Life?.ClosesOn(Version) ?? Definition.Charter.ClosesOn;

    /// <summary>The one that was promised, when it is another.</summary>
    public DateOnly? PromisedToClose => ClosesOn == Definition.Charter.ClosesOn ? null : Definition.Charter.ClosesOn;
}
