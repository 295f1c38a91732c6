using System.CommandLine;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Intake.Unlinking;
using Participatie.Surveys.Storage;
using Participatie.Web.Access;
using Participatie.Web.Access.Notices;
using Participatie.Web.Hosting;

namespace Participatie.Web.Commands;

/// <summary><c>restore FILE</c>: brings a backup back, then forgets again what was withdrawn or deleted after it was made.</summary>
public static class RestoreCommand
{
    public static Command Of(string[] args)
    {
        var file = new Argument<FileInfo>("file") { Description = "The backup. The database must be empty and the site stopped." };
        var withoutLog = new Option<bool>("--without-log")
        {
            Description =
                "Restore though no forgotten*.log stands in the data folder: what was withdrawn after the backup then counts again.",
        };
        var command = new Command("restore", "Bring a backup back into an empty database.") { file, withoutLog };
        command.SetAction((parsed, cancellationToken) => CommandLine.WithRoomsAsync(
            args,
            async (rooms, stop) =>
            {
                var forgotten = rooms.GetRequiredService<ForgottenLog>();
                var backup = parsed.GetRequiredValue(file).FullName;
                if (!forgotten.Exists && !parsed.GetValue(withoutLog))
                {
                    // Before anything was done, so that the same command does it once the log is there.
                    throw new InvalidOperationException(
                        $"No forgotten*.log stands in '{rooms.GetRequiredService<Settings>().DataFolder}', so what was withdrawn or "
                            + "deleted after this backup would come back. "
                        + "Put the files forgotten*.log of every machine there and restore again. "
                        + "If there are none, because nobody withdrew anything or because they are lost, restore with --without-log.");
                }

                // First, so that no start goes on with what was to be forgotten, however far this comes.
                forgotten.Begin(await Backup.BegunAtAsync(backup, stop));
                // A file brings its tables along; a server has to have them.
                if (!rooms.GetRequiredService<Database>().IsSqlite)
                    await rooms.GetRequiredService<AccessMigrator>().MigrateAsync(stop);
                await rooms.GetRequiredService<Backup>().RestoreAsync(backup, stop);
                var (withdrawn, deleted) = await rooms.GetRequiredService<Preparation>().RunAsync(stop);
                // Whoever it waits for was told before, by what was lost: the overview shows it.
                await rooms.GetRequiredService<SendNotices>().TakeAsToldAsync(stop);
                // A copy keeps the order in which rows lay, and what was forgotten again left traces.
                await rooms.GetRequiredService<UnlinkLetters>().RunAsync(stop);
                Console.WriteLine($"restored; {withdrawn} withdrawals made again, the responses of {deleted} consultations deleted again");
                return 0;
            },
            cancellationToken,
            prepare: false));
        return command;
    }
}
