using Participatie.Surveys.Storage;
using Participatie.Web.Hosting;

namespace Participatie.Web.Counting;

/// <summary>Does a step once. A part that fails is written down, and the others are done all the same.</summary>
public sealed partial class RunHousekeepingStep(
    HousekeepingState state, OneInstance one, TimeProvider clock, ILogger<RunHousekeepingStep> log)
{
    /// <summary>A part that fails every few seconds must not fill the log.</summary>
    private static readonly TimeSpan SayAgain = TimeSpan.FromHours(1);

    public async Task RunAsync(HousekeepingStep step, CancellationToken cancellationToken)
    {
        var before = state.Begin(step);
        if (!step.IsOfEachProcess && !await one.IsThisAsync(cancellationToken))
        {
            // Another process does it, and says how it fares.
            state.End(step, []);
            return;
        }

        var failures = new List<HousekeepingFailure>();
        IReadOnlyList<HousekeepingPart> parts = [.. step.Parts()];
        foreach (var part in parts)
        {
            var known = before.FirstOrDefault(failure => failure.Slug == part.Slug);
            if (await TryAsync(step, part, known, cancellationToken) is { } failure)
            {
                failures.Add(failure);
            }
            else if (known is not null)
            {
                LogRecovered(step.Name, part.Slug);
            }
        }

        state.End(step, failures);
    }

    private async Task<HousekeepingFailure?> TryAsync(
        HousekeepingStep step, HousekeepingPart part, HousekeepingFailure? known, CancellationToken cancellationToken)
    {
        try
        {
            await part.Run(cancellationToken);
            return null;
        }
#pragma warning disable CA1031 // Whatever it is: the next parts, and the next time, must not miss it.
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            var now = clock.GetUtcNow();
            var kind = fault.GetType().Name;
            if (known is not null && known.Kind == kind && now - known.LoggedAt < SayAgain)
            {
                return known;
            }

            LogFailure(step.Name, part.Slug, FaultPlace.Of(fault));
            return new HousekeepingFailure(part.Slug, kind, known?.Since ?? now, now);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Housekeeping failed: {Step} {Consultation} {Fault}")]
    private partial void LogFailure(string step, string? consultation, string fault);

    [LoggerMessage(Level = LogLevel.Information, Message = "Housekeeping works again: {Step} {Consultation}")]
    private partial void LogRecovered(string step, string? consultation);
}
