using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Definition.Life;

/// <summary>Takes the planned day away: it opens when somebody opens it.</summary>
public sealed class UnplanOpening(TimeProvider clock)
{
    private readonly LifeRecord _record = new(clock);

    /// <exception cref="LifeException">It cannot be done now.</exception>
    public async ValueTask<LifeEvent> UnplanAsync(WriteScope scope, StepRequest request)
    {
        var life = await LifeRecord.DemandAsync(scope, request, LifeStep.Unplanned);
        return await _record.AppendAsync(scope, life, request, new TakenStep(LifeStep.Unplanned));
    }
}
