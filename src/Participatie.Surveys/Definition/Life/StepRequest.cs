namespace Participatie.Surveys.Definition.Life;

/// <summary>Somebody wants a step to be taken.</summary>
public sealed record StepRequest
{
    /// <summary>In characters: a reason is a few sentences that everybody may have to read.</summary>
    public const int LongestReason = 1000;

    public required int ConsultationId { get; init; }

    /// <summary>As the audit log says people; empty for the program itself.</summary>
    public required string Who { get; init; }

    /// <summary>
    /// <see cref="ConsultationLife.LastNumber"/> as it was when the form was made; null for whoever decides on what stands there now.
    /// </summary>
    public int? Seen { get; init; }

    /// <summary>In Dutch; public where the step is.</summary>
    public string Reason { get; init; } = "";
}
