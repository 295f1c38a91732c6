using System.CommandLine;
using Participatie.Load.Clustering;
using Participatie.Load.Serving;

namespace Participatie.Load.Limits;

/// <summary>
/// <c>limit</c>: the product's figures as ratios to the floor of this machine, in the same minutes. Exit code 0: the limit holds.
/// </summary>
internal static class LimitCommand
{
    public static Command Of() => new("limit", "Measure against the bare parts.")
    {
        Step(), Desk(), Follow(), Export(), Recount(), Results(), Answers(), Summary(), Cluster(),
    };

    private static Option<string> Server() => new("--server") { Required = true, Description = "The published Participatie.Web.dll." };

    private static Option<string> Slug() => new("--slug") { DefaultValueFactory = _ => "themas" };

    private static Option<int> Runs() => new("--runs") { DefaultValueFactory = _ => 5 };

    private static Command Step() => Walking("step", "Get a question and post its answer, against a bare page.", LimitStep.RunAsync);

    private static Command Desk() =>
        Walking("desk", "Staff's sign-in and overview while residents walk, and the other way round.", LimitDesk.RunAsync);

    private static Command Follow() => Sizes(
        "follow", "Staff's overview and the page on which they follow a consultation, few responses against many.", LimitFollow.RunAsync);

    private static Command Walking(
        string name, string description, Func<string, string[], string, int, int, TimeSpan, CancellationToken, Task<int>> run)
    {
        var (server, slug, runs, place) = (Server(), Slug(), Runs(), new Place());
        var residents = new Option<int>("--residents") { DefaultValueFactory = _ => 64 };
        var seconds = new Option<int>("--seconds") { DefaultValueFactory = _ => 8 };
        var command = new Command(name, description) { server, slug, runs, residents, seconds };
        place.AddTo(command);
        command.SetAction((parsed, stop) => run(
            parsed.GetValue(server)!,
            place.Settings(parsed),
            parsed.GetValue(slug)!,
            parsed.GetValue(residents),
            parsed.GetValue(runs),
            TimeSpan.FromSeconds(parsed.GetValue(seconds)),
            stop));
        return command;
    }

    /// <summary>The most times the raw copy's time, and the most megabytes, of each kind of file.</summary>
    private static readonly IReadOnlyDictionary<string, (double Times, long Memory)> Files =
        new Dictionary<string, (double, long)>(StringComparer.Ordinal)
        {
            ["csv"] = (2, 100),
            ["json"] = (2, 100),
            ["pakket"] = (6, 150),
            ["excel"] = (8, 150),
            ["sav"] = (8, 150),
            ["parquet"] = (4, 150),
        };

    private static Command Export()
    {
        var (server, slug, runs, place) = (Server(), Slug(), Runs(), new Place());
        var format = new Option<string>("--format") { DefaultValueFactory = _ => "csv" };
        format.AcceptOnlyFromAmong([.. Files.Keys]);
        var command = new Command("export", "An export, against a raw copy of the table.") { server, slug, format, runs };
        place.AddTo(command);
        command.SetAction((parsed, stop) => LimitScan.RunAsync(
            parsed.GetValue(server)!,
            place.Settings(parsed),
            file => ["export", parsed.GetValue(slug)!, "--format", parsed.GetValue(format)!, "--out", file + ".export"],
            Files[parsed.GetValue(format)!].Times,
            Files[parsed.GetValue(format)!].Memory,
            parsed.GetValue(runs),
            stop));
        return command;
    }

    private static Command Recount()
    {
        var (server, slug, runs, place) = (Server(), Slug(), Runs(), new Place());
        var command = new Command("recount", "A recount, against a raw copy of the table.") { server, slug, runs };
        place.AddTo(command);
        command.SetAction((parsed, stop) => LimitScan.RunAsync(
            parsed.GetValue(server)!, place.Settings(parsed), _ =>
                ["recount", parsed.GetValue(slug)!], most: 4, mostMemory: null, parsed.GetValue(runs), stop));
        return command;
    }

    private static Command Answers()
    {
        var (slug, runs, place) = (Slug(), Runs(), new Place());
        var question = new Option<string>("--question") { Required = true, Description = "One that takes words." };
        var command = new Command("answers", "List, search and filter open answers.") { slug, question, runs };
        place.AddTo(command);
        command.SetAction((parsed, stop) => LimitAnswers.RunAsync(
            place.Settings(parsed), parsed.GetValue(slug)!, parsed.GetValue(question)!, parsed.GetValue(runs), stop));
        return command;
    }

    private static Command Results() => Sizes("results", "The result page, few responses against many.", LimitResults.RunAsync);

    private static Command Sizes(
        string name, string description, Func<string, string, string, string, int, CancellationToken, Task<int>> run)
    {
        var (server, slug, runs) = (Server(), Slug(), Runs());
        var small = new Option<string>("--small") { Required = true, Description = "Data folder with a thousand responses." };
        var large = new Option<string>("--large") { Required = true, Description = "Data folder with a million." };
        var command = new Command(name, description) { server, slug, runs, small, large };
        command.SetAction((parsed, stop) => run(
            parsed.GetValue(server)!,
            parsed.GetValue(small)!,
            parsed.GetValue(large)!,
            parsed.GetValue(slug)!,
            parsed.GetValue(runs),
            stop));
        return command;
    }

    private static Command Summary()
    {
        var (slug, runs, place) = (Slug(), Runs(), new Place());
        var most = new Option<double>("--most") { DefaultValueFactory = _ => 5, Description = "In seconds." };
        var command = new Command("summary", "A summary, from the press to the DOCX file.") { slug, runs, most };
        place.AddTo(command);
        command.SetAction((parsed, stop) => LimitSummary.RunAsync(
            place.Settings(parsed), parsed.GetValue(slug)!, TimeSpan.FromSeconds(parsed.GetValue(most)), parsed.GetValue(runs), stop));
        return command;
    }

    private static Command Cluster()
    {
        var (server, slug, runs) = (Server(), Slug(), Runs());
        var share = new Option<double>("--share") { DefaultValueFactory = _ => 0.25, Description = "Of one processor, for each process." };
        var residents = new Option<int>("--residents") { DefaultValueFactory = _ => 32 };
        var seconds = new Option<int>("--seconds") { DefaultValueFactory = _ => 20 };
        var messages = new Option<int>("--messages")
        {
            DefaultValueFactory = _ => 20_000, Description = "That wait before they are counted.",
        };
        var command = new Command("cluster", "Two web processes and two workers, against one of each; needs root.")
        {
            server, slug, runs, share, residents, seconds, messages,
        };
        command.SetAction((parsed, stop) => LimitCluster.RunAsync(
            new ClusterSpeed(
                parsed.GetValue(server)!,
                parsed.GetValue(slug)!,
                parsed.GetValue(share),
                parsed.GetValue(residents),
                TimeSpan.FromSeconds(parsed.GetValue(seconds))),
            parsed.GetValue(runs),
            parsed.GetValue(messages),
            stop));
        return command;
    }
}
