using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Definition.Life;

/// <summary>
/// Gives residents more days, with a public reason. Also when the last day passed while nobody ran: the door, which the clock had shut,
/// opens again.
/// </summary>
public sealed class ExtendConsultation(TimeProvider clock)
{
    private readonly LifeRecord _record = new(clock);

    /// <param name="scope">The transaction.</param>
    /// <param name="request">Who and why.</param>
    /// <param name="lastDay">The new last day for answers.</param>
    /// <exception cref="LifeException">It cannot be done now, or that day does not lie between the present one and the results.</exception>
    public async ValueTask<LifeEvent> ExtendAsync(WriteScope scope, StepRequest request, DateOnly lastDay)
    {
        var life = await LifeRecord.DemandAsync(scope, request, LifeStep.Extended);
        LifeRecord.DemandReason(request);
        var latest = (await StoredVersions.ListAsync(scope, life.ConsultationId))[^1];
        if (lastDay <= life.ClosesOn(latest) || lastDay < _record.Today)
        {
            throw new LifeException(LifeRefusal.DayTooEarly);
        }

        return lastDay < latest.Definition.Charter.ResultsBy
            ? await _record.AppendAsync(scope, life, request, new TakenStep(LifeStep.Extended) { Day = lastDay })
            : throw new LifeException(LifeRefusal.DayTooLate);
    }
}
