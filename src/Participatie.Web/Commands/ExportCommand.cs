using System.CommandLine;
using Participatie.Surveys.Reporting.Export;

namespace Participatie.Web.Commands;

/// <summary><c>export SLUG --format csv|json --out FILE</c>: the responses, with codebook and manifest beside them.</summary>
public static class ExportCommand
{
    public static Command Of(string[] args)
    {
        var slug = new Argument<string>("slug") { Description = "The consultation." };
        var format = new Option<ExportFormat>("--format") { Description = "csv or json.", DefaultValueFactory = _ => ExportFormat.Csv };
        var file =
            new Option<FileInfo>("--out") { Description = "The file to make; codebook and manifest come beside it.", Required = true };
        var command = new Command("export", "Write all responses to a file.") { slug, format, file };
        command.SetAction((parsed, cancellationToken) => CommandLine.WithRoomsAsync(
            args,
            async (rooms, stop) =>
            {
                var request = new ExportRequest
                {
                    Slug = parsed.GetRequiredValue(slug),
                    Format = parsed.GetValue(format),
                    Target = parsed.GetRequiredValue(file).FullName,
                };
                var manifest = await rooms.GetRequiredService<ExportResponses>().ExportAsync(request, stop)
                    ?? throw new InvalidOperationException($"There is no consultation '{request.Slug}'.");
                Console.WriteLine($"{manifest.Rows} responses in {request.Target}");
                if (manifest.Damaged > 0)
                {
                    Console.Error.WriteLine($"{manifest.Damaged} responses are damaged and could not be exported");
                    return 1;
                }

                return 0;
            },
            cancellationToken));
        return command;
    }
}
