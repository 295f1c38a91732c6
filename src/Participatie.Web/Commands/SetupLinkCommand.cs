using System.CommandLine;
using Participatie.Web.Access;
using Participatie.Web.Hosting;

namespace Participatie.Web.Commands;

/// <summary>
/// <c>setup-link</c>: a new link with which somebody makes an administrator, also when the only one cannot sign in any more.
/// </summary>
public static class SetupLinkCommand
{
    public static Command Of(string[] args)
    {
        var command = new Command("setup-link", "Print a link with which an administrator's account is made. Valid once and for an hour.");
        command.SetAction((_, cancellationToken) => CommandLine.WithRoomsAsync(
            args,
            async (rooms, stop) =>
            {
                var token = await rooms.GetRequiredService<AccessLinks>().MakeSetupAsync(stop);
                await rooms.GetRequiredService<AuditLog>()
                    .WriteAsync(new AuditNote("", "", "beginlink gemaakt op de server", "beheer"), stop);
                // Without PublicUrl a command does not know where the site is found.
                Console.WriteLine(
                    $"Open this address on the site within an hour: "
                        + $"{AnnounceSetup.LinkAt(rooms.GetRequiredService<Settings>().PublicUrl?.ToString() ?? "", token)}");
                return 0;
            },
            cancellationToken));
        return command;
    }
}
