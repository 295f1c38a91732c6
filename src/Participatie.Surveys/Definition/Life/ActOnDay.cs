using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Definition.Life;

/// <summary>
/// Opens a consultation on the day that was planned and records that it closed after its last day, by itself. Of several instances one does
/// it. A day that passed while nobody ran is left to a person (<see cref="ConsultationLife.ActsWithin"/>).
/// </summary>
public sealed class ActOnDay(
    GroupedWriter writer, Catalogue catalogue, OpenConsultation open, CloseConsultation close, TimeProvider clock)
{
    /// <param name="life">As the catalogue knows it; what others did since is seen inside the transaction.</param>
    /// <param name="cancellationToken">The program stops.</param>
    /// <returns>What was done; null when it is no day for anything.</returns>
    /// <exception cref="LifeException">What was approved cannot open today.</exception>
    public async Task<LifeEvent?> RunAsync(ConsultationLife life, CancellationToken cancellationToken)
    {
        if (Due(life) is not { } step)
        {
            return null;
        }

        var request = new StepRequest { ConsultationId = life.ConsultationId, Who = "", Seen = life.LastNumber };
        LifeEvent? done = null;
        try
        {
            done = await writer.WriteAsync(
                scope => step == LifeStep.Opened ? open.OpenAsync(scope, request) : close.CloseAsync(scope, request), cancellationToken);
        }
        catch (LifeException refused) when (refused.Refusal is LifeRefusal.ChangedMeanwhile or LifeRefusal.NotFromHere)
        {
            // Another instance did it, or a person something else: the catalogue tells next time.
        }

        await catalogue.RefreshAsync(cancellationToken);
        return done;
    }

    private LifeStep? Due(ConsultationLife life)
    {
        var now = clock.GetUtcNow();
        if (life.OpensOn is { } day)
        {
            return now >= Amsterdam.StartOf(day) && !life.MissedOpening(now) ? LifeStep.Opened : null;
        }

        return life.State == LifeState.Open
            && catalogue.Latest(life.Slug) is { } latest
            && now >= Amsterdam.EndOf(life.ClosesOn(latest))
            && !life.MissedClosing(latest, now)
            ? LifeStep.Closed
            : null;
    }
}
