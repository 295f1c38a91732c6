using System.CommandLine;
using Participatie.Surveys.Definition;
using Participatie.Web.Counting;

namespace Participatie.Web.Commands;

/// <summary><c>import FILE</c>: publishes a definition, or says everything that is wrong with it.</summary>
public static class ImportCommand
{
    public static Command Of(string[] args)
    {
        var file = new Argument<FileInfo>("file") { Description = "The definition, a JSON document." };
        var overrule =
            new Option<string?>("--overrule") { Description = "Why it opens without the council's sign-off; shown to everybody." };
        var command = new Command("import", "Publish a consultation from a file.") { file, overrule };
        command.SetAction((parsed, cancellationToken) => CommandLine.WithRoomsAsync(
            args,
            (rooms, stop) => ImportAsync(rooms, parsed.GetRequiredValue(file), parsed.GetValue(overrule), stop),
            cancellationToken));
        return command;
    }

    private static async Task<int> ImportAsync(IServiceProvider rooms, FileInfo file, string? overrule, CancellationToken cancellationToken)
    {
        var (definition, problems) = DefinitionReader.Read(await File.ReadAllBytesAsync(file.FullName, cancellationToken));
        if (definition is not null)
        {
            problems = await rooms.GetRequiredService<PublishConsultation>()
                .PublishAsync(definition, overrule is null ? null : new Overruled(overrule), cancellationToken);
        }

        foreach (var problem in problems)
        {
            await Console.Error.WriteLineAsync($"{problem.At}: {problem.Message}");
        }

        if (problems.Count > 0)
        {
            return 1;
        }

        var version = rooms.GetRequiredService<Catalogue>().Latest(definition!.Slug)!;
        Console.WriteLine(
            $"{definition.Slug}: version {version.Number} published. A site that runs on this database knows it within "
                + $"{CountingSetup.OtherInstances.TotalSeconds} seconds.");
        return 0;
    }
}
