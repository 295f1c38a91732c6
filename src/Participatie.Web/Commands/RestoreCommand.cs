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
                var forgotten = rooms.GetRequiredService<ForgottenLog>();
                var backup = parsed.GetRequiredValue(file).FullName;
                // First, so that no start goes on with what was to be forgotten, however far this comes.
                forgotten.Begin(await Backup.BegunAtAsync(backup, stop));
                await rooms.GetRequiredService<Backup>().RestoreAsync(backup, stop);
                if (!forgotten.Exists)
                {
                    await Console.Error.WriteLineAsync("There is no forgotten.log in the data folder: what was withdrawn after this backup counts again. Bring the log back from each machine and restore once more.");
                }

                var (withdrawn, deleted) = await rooms.GetRequiredService<Preparation>().RunAsync(stop);
                Console.WriteLine($"restored; {withdrawn} withdrawals made again, the responses of {deleted} consultations deleted again");
                return 0;
            },
            cancellationToken,
            prepare: false));
        return command;
    }
}
