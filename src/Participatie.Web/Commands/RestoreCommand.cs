using System.CommandLine;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Storage;
using Participatie.Web.Hosting;

namespace Participatie.Web.Commands;

/// <summary><c>restore FILE</c>: brings a backup back, then forgets again what was withdrawn or deleted after it was made.</summary>
public static class RestoreCommand
{
    public static Command Of(string[] args)
    {
        var file = new Argument<FileInfo>("file") { Description = "The backup. The database must be empty and the site stopped." };
        var command = new Command("restore", "Bring a backup back into an empty database.") { file };
        command.SetAction((parsed, cancellationToken) => CommandLine.WithRoomsAsync(
            args,
            async (rooms, stop) =>
            {
                await rooms.GetRequiredService<Backup>().RestoreAsync(parsed.GetRequiredValue(file).FullName, stop);
                await rooms.GetRequiredService<Preparation>().RunAsync(stop);
                Console.WriteLine($"restored; {await rooms.GetRequiredService<ReplayForgotten>().ReplayAsync(stop)} withdrawals made again");
                return 0;
            },
            cancellationToken,
            prepare: false));
        return command;
    }
}
