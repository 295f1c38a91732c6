using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Definition.Life;

/// <summary>Records that the results were told: the charter's first promise is met.</summary>
public sealed class ReportResults(TimeProvider clock)
{
    private readonly LifeRecord _record = new(clock);

    /// <exception cref="LifeException">It cannot be done now.</exception>
    public async ValueTask<LifeEvent> ReportAsync(WriteScope scope, StepRequest request)
    {
        var life = await LifeRecord.DemandAsync(scope, request, LifeStep.Reported);
        return await _record.AppendAsync(scope, life, request, new TakenStep(LifeStep.Reported));
    }
}
