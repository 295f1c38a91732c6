using System.CommandLine;
using Participatie.Surveys.Analysis;
using Participatie.Surveys.Analysis.Publishing;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake.Trials;
using Participatie.Web.Access;
using Participatie.Web.Counting;
using Participatie.Web.Hosting;

namespace Participatie.Web.Commands;

/// <summary>
/// <c>try --responses N</c>: a copy of a sample, marked as a trial, with answers of people who do not exist; <c>try --remove</c> removes
/// the trials whole.
/// </summary>
public static class TryCommand
{
    private const string Who = "command line";

    public static Command Of(string[] args)
    {
        var sample = new Option<string>("--sample") { Description = "Of which sample.", DefaultValueFactory = _ => "themas" };
        var responses = new Option<int>("--responses") { Description = "How many to make up.", DefaultValueFactory = _ => 500 };
        responses.Validators.Add(result =>
        {
            if (result.GetValue(responses) is < 1 or > FillTrial.Most)
            {
                result.AddError($"--responses is between 1 and {FillTrial.Most}.");
            }
        });
        var seed = new Option<int>("--seed") { Description = "The same number gives the same answers.", DefaultValueFactory = _ => 1 };
        var remove = new Option<bool>("--remove") { Description = "Remove the trials, or the one that is named." };
        var slug = new Argument<string?>("trial") { Description = "With --remove: which trial.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("try", "Make a trial to look at: a sample with answers that are made up.")
        {
            slug, sample, responses, seed, remove,
        };
        command.SetAction((parsed, cancellationToken) => CommandLine.WithRoomsAsync(
            args,
            (rooms, stop) => parsed.GetValue(remove)
                ? RemoveAsync(rooms, parsed.GetValue(slug), stop)
                : MakeAsync(
                    rooms, parsed.GetRequiredValue(sample), parsed.GetRequiredValue(responses), parsed.GetRequiredValue(seed), stop),
            cancellationToken));
        return command;
    }

    private static async Task<int> MakeAsync(
        IServiceProvider rooms, string called, int responses, int seed, CancellationToken cancellationToken)
    {
        var samples = SampleFiles.Read();
        var sample = samples.FirstOrDefault(sample => sample.Slug == called) ?? throw new InvalidOperationException(
            $"There is no sample '{called}'. There are: {string.Join(", ", samples.Select(sample => sample.Slug))}.");
        var slug = await rooms.GetRequiredService<Trials>().MakeAsync(sample, responses, seed, Who, "", cancellationToken);
        // Where no site runs, nobody else would count.
        while (await rooms.GetRequiredService<CountResponses>().CountBatchAsync(cancellationToken) > 0)
        {
        }

        var trial = rooms.GetRequiredService<Catalogue>().Demand(slug);
        await rooms.GetRequiredService<PublishResults>().PublishAsync(trial, cancellationToken);
        Console.WriteLine(
            $"{slug}: a trial with {responses} responses that are made up. A site that runs on this database knows it within "
                + $"{CountingSetup.OtherInstances.TotalSeconds} seconds: {Addresses.Results(slug)}");
        return 0;
    }

    private static async Task<int> RemoveAsync(IServiceProvider rooms, string? called, CancellationToken cancellationToken)
    {
        var catalogue = rooms.GetRequiredService<Catalogue>();
        var slugs = called is not null
            ? [called]
            : catalogue.All.Where(version => catalogue.LifeOf(version).IsTrial).Select(version => version.Definition.Slug).ToList();
        foreach (var slug in slugs)
        {
            if (!await rooms.GetRequiredService<Trials>().RemoveAsync(slug, Who, "", cancellationToken))
            {
                throw new InvalidOperationException($"There is no trial '{slug}'. Nothing was removed.");
            }

            Console.WriteLine($"{slug} removed.");
        }

        if (slugs.Count == 0)
        {
            Console.WriteLine("There is no trial.");
        }

        return 0;
    }
}
