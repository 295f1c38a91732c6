using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Definition.Life;

/// <summary>Takes a consultation out of the archive, back to where it was.</summary>
public sealed class RestoreConsultation(TimeProvider clock)
{
    private readonly LifeRecord _record = new(clock);

    /// <exception cref="LifeException">It cannot be done now.</exception>
    public async ValueTask<LifeEvent> RestoreAsync(WriteScope scope, StepRequest request)
    {
        var life = await LifeRecord.DemandAsync(scope, request, LifeStep.Restored);
        return await _record.AppendAsync(scope, life, request, new TakenStep(LifeStep.Restored));
    }
}
