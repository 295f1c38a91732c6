namespace Participatie.Surveys.Intake;

/// <summary>
/// An invitation code as it went out with a letter. The province knows which code went to whom, so nothing here may lead on to a
/// response: no time, no order, no reference.
/// </summary>
public sealed class Invitation
{
    public required byte[] CodeHash { get; init; }

    public required short KeyNumber { get; init; }

    public required int ConsultationId { get; init; }

    public required string Batch { get; init; }

    public required bool Used { get; set; }
}

/// <summary>How many codes of a batch were used on a day: the only thing that is counted of them.</summary>
public sealed class InvitationUse
{
    public required int ConsultationId { get; init; }

    public required string Batch { get; init; }

    /// <summary>Day number (<see cref="DateOnly.DayNumber"/>) in Amsterdam.</summary>
    public required int Day { get; init; }

    public required int Count { get; set; }
}
