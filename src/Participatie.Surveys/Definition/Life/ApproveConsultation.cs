using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Definition.Life;

/// <summary>An administrator signs for the opening of what lies there, in place of the council; the reason is public from the opening on.</summary>
public sealed class ApproveConsultation(TimeProvider clock)
{
    private readonly LifeRecord _record = new(clock);

    /// <exception cref="LifeException">It cannot be done now.</exception>
    public async ValueTask<LifeEvent> ApproveAsync(WriteScope scope, StepRequest request)
    {
        var life = await LifeRecord.DemandAsync(scope, request, LifeStep.Approved);
        LifeRecord.DemandReason(request);
        var (_, revision) = await WorkingCopies.DemandAsync(scope, life);
        return await _record.AppendAsync(scope, life, request, new TakenStep(LifeStep.Approved) { Revision = revision });
    }
}
