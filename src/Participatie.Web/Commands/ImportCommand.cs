using System.CommandLine;
using System.Text;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Storage;
using Participatie.Web.Access;

namespace Participatie.Web.Commands;

/// <summary>
/// <c>import FILE</c>: makes a concept of a definition, or the next working copy of the consultation that is called so. Opening it is done
/// at the desk, by whoever may.
/// </summary>
public static class ImportCommand
{
    private const string Who = "command line";

    public static Command Of(string[] args)
    {
        var file = new Argument<FileInfo>("file") { Description = "The definition, a JSON document." };
        var command = new Command("import", "Make a concept from a file. It is opened at the desk.") { file };
        command.SetAction((parsed, cancellationToken) => CommandLine.WithRoomsAsync(
            args, (rooms, stop) => ImportAsync(rooms, parsed.GetRequiredValue(file), stop), cancellationToken));
        return command;
    }

    private static async Task<int> ImportAsync(IServiceProvider rooms, FileInfo file, CancellationToken cancellationToken)
    {
        var bytes = await File.ReadAllBytesAsync(file.FullName, cancellationToken);
        // As it is stored: what is no UTF-8 reads as replacement characters, which the reader would not see any more.
        var (_, problems) = DefinitionReader.Read(bytes);
        var (import, audit) = (rooms.GetRequiredService<ImportDocument>(), rooms.GetRequiredService<AuditLog>());
        try
        {
            var document = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF');
            var (slug, revision, line) = await rooms.GetRequiredService<GroupedWriter>().WriteAsync(
                async scope =>
                {
                    var (_, number) = await import.ImportAsync(scope, document, Who);
                    var name = BeginConsultation.SlugOf(document)!;
                    var note = new AuditNote(Who, "", "werkversie opgeslagen", name) { After = $"werkversie {number}" };
                    return (name, number, await audit.AppendAsync(scope, note));
                },
                cancellationToken);
            audit.Say([line]);
            foreach (var problem in problems)
            {
                await Console.Error.WriteLineAsync($"{problem.At}: {problem.Message}");
            }

            Console.WriteLine($"{slug}: working copy {revision} saved. Problems to mend before it can open: {problems.Count}.");
            return 0;
        }
        catch (LifeException refused)
        {
            foreach (var problem in problems)
            {
                await Console.Error.WriteLineAsync($"{problem.At}: {problem.Message}");
            }

            await Console.Error.WriteLineAsync(refused.Refusal switch
            {
                LifeRefusal.NoSlug => "/slug: Het document zegt niet hoe de raadpleging in adressen heet.",
                LifeRefusal.Frozen => "These questions lie with who reviews or opens them, or are closed. Take them back at the desk first.",
                LifeRefusal.TooLarge => $"A definition has at most {DefinitionReader.LargestDocument} bytes.",
                _ => refused.Message,
            });
            return 1;
        }
    }
}
