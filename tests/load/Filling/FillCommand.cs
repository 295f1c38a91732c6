using System.CommandLine;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Participatie.Load.Serving;
using Participatie.Surveys.Definition;
using Participatie.Web.Commands;

namespace Participatie.Load.Filling;

/// <summary><c>fill</c>: valid random responses through the domain's own way in, counted by its own worker at the same time.</summary>
internal static class FillCommand
{
    public static Command Of()
    {
        var slug = new Option<string>("--slug") { DefaultValueFactory = _ => "themas" };
        var count = new Option<int>("--count") { DefaultValueFactory = _ => 10_000 };
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 1 };
        var place = new Place();
        var command = new Command("fill", "Put random responses into a database.") { slug, count, seed };
        place.AddTo(command);
        command.SetAction((parsed, cancellationToken) => CommandLine.WithRoomsAsync(
            place.Settings(parsed),
            async (rooms, stop) =>
            {
                await rooms.GetRequiredService<LoadSamples>()
                    .LoadAsync(Path.Combine(AppContext.BaseDirectory, "Content", "consultations"), stop);
                await rooms.GetRequiredService<Catalogue>().RefreshAsync(stop);
                var version = rooms.GetRequiredService<Catalogue>().Latest(parsed.GetValue(slug)!)
                    ?? throw new InvalidOperationException($"No consultation '{parsed.GetValue(slug)}'.");

                var watch = Stopwatch.StartNew();
                using var ended = new CancellationTokenSource();
                var counting = Burst.CountAsync(rooms, ended.Token);
                await Burst.HandInAsync(rooms, version, parsed.GetValue(count), parsed.GetValue(seed), stop);
                var burst = watch.Elapsed;
                await ended.CancelAsync();
                await counting;
                Console.WriteLine(
                    $"{parsed.GetValue(count)} handed in within {burst.TotalSeconds:F1} s, all counted "
                        + $"{(watch.Elapsed - burst).TotalSeconds:F1} s later");
                return 0;
            },
            cancellationToken));
        return command;
    }
}
