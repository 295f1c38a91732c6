using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;

namespace Participatie.Web.Counting;

/// <summary>Something that has to happen by itself, again and again.</summary>
/// <param name="Name">For the log and for monitoring.</param>
/// <param name="Interval">From one beginning to the next.</param>
/// <param name="Parts">What it consists of now; each fails alone.</param>
public sealed record HousekeepingStep(string Name, TimeSpan Interval, Func<IEnumerable<HousekeepingPart>> Parts)
{
    /// <summary>
    /// Whether every process does it, because it is about its own memory or its own folder. Everything else one of them does for all.
    /// </summary>
    public bool IsOfEachProcess { get; init; }
}

/// <param name="Slug">Of the consultation that it is about; null when it is about none.</param>
/// <param name="Run">Does it.</param>
public sealed record HousekeepingPart(string? Slug, Func<CancellationToken, Task> Run);

public static class HousekeepingSteps
{
    /// <summary>A step that every process does for itself.</summary>
    public static IServiceCollection AddStepOfEachProcess<TVerb>(
        this IServiceCollection services, string name, TimeSpan interval, Func<TVerb, CancellationToken, Task> run)
        where TVerb : notnull => services.AddSingleton(provider => Step(provider, name, interval, run) with { IsOfEachProcess = true });

    /// <summary>Any room may add a step; each runs beside the others, also at the start. One process does it for all.</summary>
    public static IServiceCollection AddHousekeepingStep<TVerb>(
        this IServiceCollection services, string name, TimeSpan interval, Func<TVerb, CancellationToken, Task> run)
        where TVerb : notnull => services.AddSingleton(provider => Step(provider, name, interval, run));

    /// <summary>Done for each consultation by itself, with its latest version: one that fails leaves the others alone.</summary>
    public static IServiceCollection AddHousekeepingStep<TVerb>(
        this IServiceCollection services, string name, TimeSpan interval, Func<TVerb, PublishedVersion, CancellationToken, Task> run)
        where TVerb : notnull => services.AddSingleton(provider =>
    {
        var verb = provider.GetRequiredService<TVerb>();
        var catalogue = provider.GetRequiredService<Catalogue>();
        return new HousekeepingStep(
            name,
            interval,
            () => catalogue.All.Select(latest => new HousekeepingPart(latest.Definition.Slug, token => run(verb, latest, token))));
    });

    /// <summary>Done for each consultation by itself, concepts too, with where it stands.</summary>
    public static IServiceCollection AddLifeStep<TVerb>(
        this IServiceCollection services, string name, TimeSpan interval, Func<TVerb, ConsultationLife, CancellationToken, Task> run)
        where TVerb : notnull => services.AddSingleton(provider =>
    {
        var verb = provider.GetRequiredService<TVerb>();
        var catalogue = provider.GetRequiredService<Catalogue>();
        return new HousekeepingStep(
            name, interval, () => catalogue.Lives.Select(life => new HousekeepingPart(life.Slug, token => run(verb, life, token))));
    });

    private static HousekeepingStep Step<TVerb>(
        IServiceProvider provider, string name, TimeSpan interval, Func<TVerb, CancellationToken, Task> run)
        where TVerb : notnull
    {
        var verb = provider.GetRequiredService<TVerb>();
        return new HousekeepingStep(name, interval, () => [new HousekeepingPart(null, token => run(verb, token))]);
    }
}
