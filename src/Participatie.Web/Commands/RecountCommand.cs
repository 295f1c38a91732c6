using System.CommandLine;
using Participatie.Surveys.Analysis;
using Participatie.Surveys.Definition;

namespace Participatie.Web.Commands;

/// <summary>
/// <c>recount SLUG</c>: counts everything again from the responses and reports any difference; exit code 1 when there is one.
/// </summary>
public static class RecountCommand
{
    public static Command Of(string[] args)
    {
        var slug = new Argument<string>("slug") { Description = "The consultation." };
        var command = new Command("recount", "Count all responses again and compare with the running counts.") { slug };
        command.SetAction((parsed, cancellationToken) => CommandLine.WithRoomsAsync(
            args,
            async (rooms, stop) =>
            {
                var consultation = rooms.GetRequiredService<Catalogue>().Demand(parsed.GetRequiredValue(slug));
                var report = await rooms.GetRequiredService<Recount>().RunAsync(consultation.ConsultationId, stop);
                foreach (var difference in report.Differences)
                {
                    Console.WriteLine(difference);
                }

                Console.WriteLine(
                    $"{report.Responses} responses, {report.Differences.Count} differences, {report.Took.TotalSeconds:0.00} s");
                return report.Differences.Count == 0 ? 0 : 1;
            },
            cancellationToken));
        return command;
    }
}
