namespace Participatie.Web.Access;

/// <summary>What an account may do beside managing: each is granted for a time, and none of them makes an administrator.</summary>
public enum StaffRole
{
    /// <summary>Writes a consultation and runs its life; of no consultation: may begin new ones.</summary>
    Author = 1,

    /// <summary>Sees the answers of a consultation.</summary>
    Analyst = 2,

    /// <summary>Judges consultations; of none in particular.</summary>
    CouncilMember = 3,

    /// <summary>Presides over the council: a member who may close a finding that nobody looked at again; of none in particular.</summary>
    Chair = 4,
}
