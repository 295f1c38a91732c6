using System.CommandLine;
using Participatie.Surveys.Storage;

namespace Participatie.Web.Commands;

/// <summary><c>backup FILE</c>: a whole copy, also while the site runs.</summary>
public static class BackupCommand
{
    public static Command Of(string[] args)
    {
        var file = new Argument<FileInfo>("file") { Description = "The backup to make. The code key is not in it: keep that apart." };
        var command = new Command("backup", "Copy the whole database into one file.") { file };
        command.SetAction((parsed, cancellationToken) => CommandLine.WithRoomsAsync(
            args,
            async (rooms, stop) =>
            {
                await rooms.GetRequiredService<Backup>().WriteAsync(parsed.GetRequiredValue(file).FullName, stop);
                Console.WriteLine($"backup in {parsed.GetRequiredValue(file).FullName}");
                return 0;
            },
            cancellationToken));
        return command;
    }
}
