namespace Participatie.Surveys.Review.Members;

/// <summary>Whom a link lets in, and to which round.</summary>
public sealed record ReviewMember(int ConsultationId, int Round, int Number, string Name, string Mail, string? Account, bool HasLink)
{
    public bool IsCouncil => Account is not null;

    internal static ReviewMember Of(ReviewMemberEntry entry) => new(
        entry.ConsultationId, entry.Round, entry.Member, entry.Name, entry.Mail, entry.Account, entry.TokenHash is not null);
}
