using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Definition.Life;

/// <summary>An administrator lets what lies there open without the council; name and reason are public from the opening on.</summary>
public sealed class OverruleCouncil(TimeProvider clock)
{
    private readonly LifeRecord _record = new(clock);

    /// <exception cref="LifeException">It cannot be done now, or the reason says nothing.</exception>
    public async ValueTask<LifeEvent> OverruleAsync(WriteScope scope, StepRequest request)
    {
        var life = await LifeRecord.DemandAsync(scope, request, LifeStep.Approved);
        LifeRecord.DemandReason(request);
        var (_, revision) = await WorkingCopies.DemandAsync(scope, life);
        return await _record.AppendAsync(
            scope, life, request, new TakenStep(LifeStep.Approved) { Revision = revision, SignOff = SignOff.Overruled });
    }
}
