using Participatie.Surveys.Codes;
using Participatie.Surveys.Definition;

namespace Participatie.Web.Pages.Intake;

/// <summary>What somebody reads who has sent answers.</summary>
public sealed record ThanksView
{
    /// <summary>In a preview: it is nobody's.</summary>
    public static readonly Code Example = Code.OfReceipt(123456789012345);

    public required Consultation Definition { get; init; }

    public required Code Receipt { get; init; }

    /// <summary>More people use this computer.</summary>
    public required bool IsShared { get; init; }

    /// <summary>The last day for answers, whatever the charter promised.</summary>
    public required DateOnly ClosesOn { get; init; }

    /// <summary>There is a result to see.</summary>
    public required bool HasResults { get; init; }

    /// <summary>The day until which no result is shown; null when it only waits for more answers.</summary>
    public required DateOnly? ResultsAfter { get; init; }
}
