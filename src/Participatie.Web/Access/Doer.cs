namespace Participatie.Web.Access;

/// <summary>Somebody of the staff who changes something.</summary>
/// <param name="Id">Of the account.</param>
/// <param name="Said">For the audit log.</param>
/// <param name="Network">The same, see <see cref="AuditNote.NetworkOf"/>.</param>
public sealed record Doer(Guid Id, string Said, string Network)
{
    public static Doer Of(HttpContext context) => new(
        Staff.IdOf(context.User), Staff.SaidOf(context.User), AuditNote.NetworkOf(context.Connection.RemoteIpAddress));

    public AuditNote Note(string action, string subject) => new(Said, Network, action, subject);
}
