using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Definition.Life;

/// <summary>Records that the decision was told: the charter's second promise is met.</summary>
public sealed class RecordDecision(TimeProvider clock)
{
    private readonly LifeRecord _record = new(clock);

    /// <exception cref="LifeException">It cannot be done now.</exception>
    public async ValueTask<LifeEvent> RecordAsync(WriteScope scope, StepRequest request)
    {
        var life = await LifeRecord.DemandAsync(scope, request, LifeStep.Decided);
        LifeRecord.DemandReason(request);
        return await _record.AppendAsync(scope, life, request, new TakenStep(LifeStep.Decided));
    }
}
