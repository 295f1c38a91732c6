using Participatie.Surveys.Definition;

namespace Participatie.Web.Pages.Answering;

/// <param name="Definition">Of the consultation.</param>
/// <param name="OverruledBecause">Why it opened without the council's sign-off; null when it was signed off.</param>
public sealed record CharterView(Consultation Definition, string? OverruledBecause);
