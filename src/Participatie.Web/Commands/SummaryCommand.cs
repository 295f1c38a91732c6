using System.CommandLine;
using System.Text;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Reporting.Export;
using Participatie.Surveys.Reporting.Summary;
using Participatie.Surveys.Reporting.Summary.Docx;
using Participatie.Surveys.Storage;
using Participatie.Web.Access;

namespace Participatie.Web.Commands;

/// <summary><c>summary SLUG --format docx|html --out FILE</c>: makes a summary as the desk does, and writes it to a file.</summary>
public static class SummaryCommand
{
    private const string Who = "opdrachtregel";
    private const string Docx = "docx";
    private const string Html = "html";

    public static Command Of(string[] args)
    {
        var slug = new Argument<string>("slug") { Description = "The consultation." };
        var format = new Option<string>("--format") { Description = $"{Docx} or {Html}.", DefaultValueFactory = _ => Docx };
        format.AcceptOnlyFromAmong(Docx, Html);
        var file = new Option<FileInfo>("--out") { Description = "The file to make.", Required = true };
        var command = new Command("summary", "Make a summary of what is public now. It is kept, and staff find it at the desk.")
        {
            slug, format, file,
        };
        command.SetAction((parsed, cancellationToken) => CommandLine.WithRoomsAsync(
            args,
            (rooms, stop) => WriteAsync(
                rooms, parsed.GetRequiredValue(slug), parsed.GetRequiredValue(format), parsed.GetRequiredValue(file).FullName, stop),
            cancellationToken));
        return command;
    }

    private static async Task<int> WriteAsync(
        IServiceProvider rooms, string slug, string format, string target, CancellationToken cancellationToken)
    {
        using var file = new NewFile(target);
        var summary = await MakeAsync(rooms, rooms.GetRequiredService<Catalogue>().Demand(slug), cancellationToken);
        await Console.Error.WriteLineAsync($"summary {summary.Line.Number} is made; writing {target}");
        await file.Stream.WriteAsync(
            format == Html ? Encoding.UTF8.GetBytes(WriteHtml.Of(summary)) : WriteDocx.Of(summary), cancellationToken);
        file.Finish();
        Console.WriteLine($"summary {summary.Line.Number} of '{slug}' in {target}");
        return 0;
    }

    private static async Task<StoredSummary> MakeAsync(IServiceProvider rooms, PublishedVersion latest, CancellationToken cancellationToken)
    {
        var (make, audit) = (rooms.GetRequiredService<MakeSummary>(), rooms.GetRequiredService<AuditLog>());
        SummaryDocument document;
        try
        {
            document = await make.ComposeAsync(latest, cancellationToken);
        }
        catch (SummaryException refused)
        {
            throw new InvalidOperationException(
                refused.Refusal switch
                {
                    SummaryRefusal.NotBeforeClosing => "The results of this consultation come after closing; nothing is public yet.",
                    SummaryRefusal.Counting => "The last answers are still being counted. Try again later.",
                    SummaryRefusal.Deleted => "This consultation was withdrawn and its answers were deleted.",
                    _ => "Too few people answered: 20 while it is open, 10 after closing.",
                },
                refused);
        }

        var (number, line) = await rooms.GetRequiredService<GroupedWriter>().WriteAsync(
            async scope =>
            {
                var number = await make.KeepAsync(scope, latest.ConsultationId, document, Who);
                var note = new AuditNote(Who, "", "samenvatting gemaakt", $"{latest.Definition.Slug}/{number}");
                return (number, await audit.AppendAsync(scope, note));
            },
            cancellationToken);
        audit.Say([line]);
        return (await rooms.GetRequiredService<ReadSummaries>().ReadAsync(latest.ConsultationId, number, cancellationToken))!;
    }
}
