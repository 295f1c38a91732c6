using System.Net;
using Participatie.Surveys.Storage;

namespace Participatie.Web.Access;

/// <summary>Whoever has the link and the password may set up the second step again.</summary>
internal sealed class UseSecondStepLink(GroupedWriter writer, AccessLinks links, AuditLog audit)
{
    /// <exception cref="LinkUsedException">Somebody used it at the same moment.</exception>
    public async Task UseAsync(string token, Account account, IPAddress visitor, CancellationToken cancellationToken) => audit.Say(
    [
        await writer.WriteAsync(
            async scope =>
            {
                await links.UseAsync(scope, token, LinkKind.SecondStep);
                await scope.ExecuteAsync(
                    "UPDATE accounts SET second_step_by_link = @no WHERE id = @id", ("@no", false), ("@id", account.Id));
                return await audit.AppendAsync(
                    scope,
                    new AuditNote(account.Said, AuditNote.NetworkOf(visitor), "link voor een nieuwe tweede stap gebruikt", account.Said));
            },
            cancellationToken),
    ]);
}
