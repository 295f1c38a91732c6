using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Participatie.Load.Walking;
using Participatie.Surveys.Analysis.OpenAnswers;
using Participatie.Surveys.Definition;
using Participatie.Web.Commands;

namespace Participatie.Load.Limits;

/// <summary>
/// The list of open answers as the desk asks for it: its first page, and the searches and filters that pass over everything.
/// </summary>
internal static class LimitAnswers
{
    /// <summary>Somebody waits for it.</summary>
    private const double Most = 200;

    /// <summary>What a page of the desk asks for: one more than it shows.</summary>
    private const int Page = 26;

    private static readonly (string Name, OpenAnswersShown Shown, string Search)[] Asked =
    [
        ("first page", OpenAnswersShown.All, ""),
        ("hidden", OpenAnswersShown.Hidden, ""),
        ("released", OpenAnswersShown.Released, ""),
        ("personal data", OpenAnswersShown.WithPersonalData, ""),
        ("a word of many", OpenAnswersShown.All, "fietspaden"),
        ("a word of nobody", OpenAnswersShown.All, "niemand schreef dit"),
        ("an odd word of nobody", OpenAnswersShown.All, "één \"ÉÉN\""),
    ];

    public static Task<int> RunAsync(string[] settings, string slug, string question, int runs, CancellationToken cancellationToken) =>
        CommandLine.WithRoomsAsync(
            settings,
            async (rooms, stop) =>
            {
                var list = rooms.GetRequiredService<ListOpenAnswers>();
                await rooms.GetRequiredService<Catalogue>().RefreshAsync(stop);
                var request = new OpenAnswersRequest
                {
                    ConsultationId = rooms.GetRequiredService<Catalogue>().Demand(slug).ConsultationId,
                    QuestionId = question,
                    Most = int.MaxValue,
                };
                Console.WriteLine($"{(await list.ListAsync(request, stop)).Count} answers");
                var isFast = true;
                foreach (var (name, shown, search) in Asked)
                {
                    var (times, processor) = (new List<double>(), new List<double>());
                    var found = 0;
                    for (var run = 0; run <= runs; run++)
                    {
                        var (began, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
                        found = (await list.ListAsync(request with { Most = Page, Shown = shown, Search = search }, stop)).Count;
                        times.Add(Timings.Since(began).TotalMilliseconds);
                        processor.Add((Environment.CpuUsage.TotalTime - used).TotalMilliseconds);
                    }

                    // The first turn warms up and does not count.
                    var time = Median.Of(times.Skip(1));
                    isFast &= time <= Most;
                    Console.WriteLine(
                        $"{name,-24} {found,3} found in {time:F0} ms (at most {Most:F0}), "
                            + $"{Median.Of(processor.Skip(1)):F0} ms of a processor");
                }

                return isFast ? 0 : 1;
            },
            cancellationToken);
}
