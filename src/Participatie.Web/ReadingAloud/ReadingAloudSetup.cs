using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Net.Http.Headers;
using Participatie.Surveys.Storage;

namespace Participatie.Web.ReadingAloud;

public static class ReadingAloudSetup
{
    public static void AddReadingAloud(this IServiceCollection services)
    {
        services.AddSingleton(_ => SpeechPrograms.OnPath());
        services.AddSingleton<SpeakPassage>();
        services.AddSingleton<IRecordingPlace>(provider => provider.GetRequiredService<Database>().IsSqlite
            ? ActivatorUtilities.CreateInstance<RecordingFolder>(provider)
            : ActivatorUtilities.CreateInstance<RecordingTable>(provider));
        services.AddSingleton<Recordings>();
        services.AddSingleton<MakeRecordings>();
        services.AddHealthChecks().AddCheck<RecordingHealth>("recordings", HealthStatus.Degraded);
        services.AddHostedService<RecordingWorker>();
    }

    public static void MapReadingAloud(this IEndpointRouteBuilder pages) => pages.MapGet(Addresses.Patterns.Recording, Get);

    private static async Task<IResult> Get(HttpContext context, string names, Recordings recordings)
    {
        if (await recordings.ReadAsync(names, context.RequestAborted) is not { } sound)
        {
            return Results.NotFound();
        }

        // The address names what is said.
        context.Response.Headers[HeaderNames.CacheControl] = "public, max-age=31536000, immutable";
        return Results.Bytes(sound, "audio/mpeg", enableRangeProcessing: true);
    }
}
