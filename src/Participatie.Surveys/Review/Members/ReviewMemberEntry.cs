namespace Participatie.Surveys.Review.Members;

/// <summary>
/// Somebody who was invited to a round: the only place where names are, which are taken out on a set day. Everything else says a number.
/// </summary>
public sealed class ReviewMemberEntry
{
    public required int ConsultationId { get; init; }

    public required int Round { get; init; }

    /// <summary>1, 2, 3, … within the round.</summary>
    public required int Member { get; init; }

    /// <summary>Empty for whoever wants to be a number, and after <see cref="ForgetOn"/>.</summary>
    public required string Name { get; set; }

    /// <summary>Where the link went by mail; empty when it was handed over.</summary>
    public required string Mail { get; set; }

    /// <summary>
    /// Of the account with the council's role; null for people who read with difficulty and others who look along. Only who has one can
    /// approve.
    /// </summary>
    public string? Account { get; set; }

    /// <summary>Of the link that works now; null when it was ended.</summary>
    public byte[]? TokenHash { get; set; }

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public required long InvitedAt { get; init; }

    /// <summary>As the audit log says people.</summary>
    public required string InvitedBy { get; init; }

    /// <summary>As <see cref="DateOnly.DayNumber"/>: then name, address and link are taken out.</summary>
    public required int ForgetOn { get; init; }
}
