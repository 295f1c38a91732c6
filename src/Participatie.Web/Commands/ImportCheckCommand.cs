using System.CommandLine;
using System.Globalization;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Review.Checks;
using Participatie.Surveys.Storage;
using Participatie.Web.Access;

namespace Participatie.Web.Commands;

/// <summary><c>import-check FILE</c>: takes in what a program saw of the pages of a version, as the desk does.</summary>
public static class ImportCheckCommand
{
    private const string Who = "opdrachtregel";

    public static Command Of(string[] args)
    {
        var file = new Argument<FileInfo>("file") { Description = "What `tests/e2e check` wrote." };
        var command = new Command("import-check", "Take in the file of an automatic check. It is shown at the desk.") { file };
        command.SetAction((parsed, cancellationToken) => CommandLine.WithRoomsAsync(
            args, (rooms, stop) => ImportAsync(rooms, parsed.GetRequiredValue(file), stop), cancellationToken));
        return command;
    }

    private static async Task<int> ImportAsync(IServiceProvider rooms, FileInfo file, CancellationToken cancellationToken)
    {
        if (!file.Exists)
            throw new InvalidOperationException($"There is no file {file.FullName}.");
        if (file.Length > CheckReportFile.MostBytes)
            throw new InvalidOperationException($"The file of a check has at most {CheckReportFile.MostBytes} bytes.");
        var reading = CheckReportFile.Read(await System.IO.File.ReadAllBytesAsync(file.FullName, cancellationToken));
        var report = reading.Report ?? throw new InvalidOperationException(
            reading.Fault == CheckFault.NoJson ? "This is no JSON, or it is broken." : "This file is no automatic check.");
        var catalogue = rooms.GetRequiredService<Catalogue>();
        var life = catalogue.Lives.FirstOrDefault(one => one.Slug == report.Slug)
            ?? throw new InvalidOperationException($"There is no consultation '{report.Slug}' here.");
        var (import, audit) = (rooms.GetRequiredService<ImportCheck>(), rooms.GetRequiredService<AuditLog>());
        try
        {
            var (number, line) = await rooms.GetRequiredService<GroupedWriter>().WriteAsync(
                async scope =>
                {
                    var number = await import.ImportAsync(scope, life.ConsultationId, report, Who);
                    var note = new AuditNote(Who, "", "controle overgenomen", report.Slug) with
                    {
                        After = string.Create(CultureInfo.InvariantCulture, $"controle {number}, {report.Pages.Count} pagina's"),
                    };
                    return (number, await audit.AppendAsync(scope, note));
                },
                cancellationToken);
            audit.Say([line]);
            Console.WriteLine($"check {number} of '{report.Slug}' is at the desk: {Addresses.MachineCheck(report.Slug)}");
            return 0;
        }
        catch (CheckException other)
        {
            throw new InvalidOperationException(
                $"This file is about another version of '{report.Slug}' than the one that lies there. Check again with a new link.",
                other);
        }
    }
}
