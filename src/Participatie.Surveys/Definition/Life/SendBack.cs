using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Definition.Life;

/// <summary>Gives a consultation back to its author: it may be changed, and has to be approved anew. Also for an author who takes it back.</summary>
public sealed class SendBack(TimeProvider clock)
{
    private readonly LifeRecord _record = new(clock);

    /// <exception cref="LifeException">It cannot be done now.</exception>
    public async ValueTask<LifeEvent> SendBackAsync(WriteScope scope, StepRequest request)
    {
        var life = await LifeRecord.DemandAsync(scope, request, LifeStep.SentBack);
        LifeRecord.DemandReason(request);
        return await _record.AppendAsync(scope, life, request, new TakenStep(LifeStep.SentBack));
    }
}
