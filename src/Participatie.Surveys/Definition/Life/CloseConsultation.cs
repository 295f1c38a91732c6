using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Definition.Life;

/// <summary>Closes a consultation: before its day with a public reason, or after it, when that only has to be recorded.</summary>
public sealed class CloseConsultation(TimeProvider clock)
{
    private readonly LifeRecord _record = new(clock);

    /// <exception cref="LifeException">It cannot be done now, or it is early and the reason says nothing.</exception>
    public async ValueTask<LifeEvent> CloseAsync(WriteScope scope, StepRequest request)
    {
        var life = await LifeRecord.DemandAsync(scope, request, LifeStep.Closed);
        var latest = (await StoredVersions.ListAsync(scope, life.ConsultationId))[^1];
        var lastDay = life.ClosesOn(latest);
        // The clock shut the door at the end of that day, whenever somebody comes to record it.
        var onItsDay = _record.Now >= Amsterdam.EndOf(lastDay);
        if (!onItsDay)
        {
            LifeRecord.DemandReason(request);
        }

        return await _record.AppendAsync(
            scope, life, request, new TakenStep(LifeStep.Closed) { Day = onItsDay ? lastDay : null });
    }
}
