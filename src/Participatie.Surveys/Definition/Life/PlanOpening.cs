using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Definition.Life;

/// <summary>Plans the day on which an approved consultation opens by itself, or another one in its place.</summary>
public sealed class PlanOpening(TimeProvider clock)
{
    private readonly LifeRecord _record = new(clock);

    /// <exception cref="LifeException">It cannot be done now, the day is past or today, or nobody could answer on a later day.</exception>
    public async ValueTask<LifeEvent> PlanAsync(WriteScope scope, StepRequest request, DateOnly day)
    {
        var life = await LifeRecord.DemandAsync(scope, request, LifeStep.Planned);
        var (definition, revision) = await WorkingCopies.DemandAsync(scope, life);
        if (day <= _record.Today)
        {
            throw new LifeException(LifeRefusal.DayTooEarly);
        }

        return day < definition.Charter.ClosesOn
            ? await _record.AppendAsync(scope, life, request, new TakenStep(LifeStep.Planned) { Day = day, Revision = revision })
            : throw new LifeException(LifeRefusal.DayTooLate);
    }
}
