using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Participatie.Load.Walking;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Reporting.Summary;
using Participatie.Surveys.Reporting.Summary.Docx;
using Participatie.Surveys.Storage;
using Participatie.Web.Commands;

namespace Participatie.Load.Limits;

/// <summary>A summary as the desk makes it: composed, kept, read again and written as DOCX.</summary>
internal static class LimitSummary
{
    public static Task<int> RunAsync(
        string[] settings, string slug, TimeSpan most, int runs, CancellationToken cancellationToken) =>
        CommandLine.WithRoomsAsync(
            settings,
            async (rooms, stop) =>
            {
                var (make, read) = (rooms.GetRequiredService<MakeSummary>(), rooms.GetRequiredService<ReadSummaries>());
                await rooms.GetRequiredService<Catalogue>().RefreshAsync(stop);
                var latest = rooms.GetRequiredService<Catalogue>().Demand(slug);
                var times = new List<double>();
                for (var run = 0; run <= runs; run++)
                {
                    var began = Stopwatch.GetTimestamp();
                    var document = await make.ComposeAsync(latest, stop);
                    var number = await rooms.GetRequiredService<GroupedWriter>().WriteAsync(
                        scope => make.KeepAsync(scope, latest.ConsultationId, document, "load"), stop);
                    var file = WriteDocx.Of((await read.ReadAsync(latest.ConsultationId, number, stop))!);
                    times.Add(Timings.Since(began).TotalSeconds);
                    Console.WriteLine($"{(run == 0 ? "first" : $"run {run}"),-8} {times[^1],6:F2} s, {file.Length >> 10} KB");
                }

                // The first turn warms up and does not count: the desk has been running for a while.
                var median = Median.Of(times.Skip(1));
                Console.WriteLine($"summary: {median:F2} s (at most {most.TotalSeconds:F2})");
                return median <= most.TotalSeconds ? 0 : 1;
            },
            cancellationToken);
}
