namespace Participatie.Surveys.Review.Members;

/// <summary>Whom a link lets in, and to which round.</summary>
public sealed record ReviewMember(int ConsultationId, int Round, int Number, string Name, string Mail, string? Account, bool HasLink)
{
    public bool IsCouncil => Account is not null;

    /// <summary>Where else this is the same person: as in this round, and in others of the consultation. What was reported there is their
    /// own.</summary>
    public IReadOnlyList<MemberPlace> Places { get; init; } = [new(Round, Number)];

    internal static ReviewMember Of(ReviewMemberEntry entry) => new(
        entry.ConsultationId, entry.Round, entry.Member, entry.Name, entry.Mail, entry.Account, entry.TokenHash is not null);
}

/// <param name="Round">Within the consultation.</param>
/// <param name="Number">Within the round.</param>
public sealed record MemberPlace(int Round, int Number);
