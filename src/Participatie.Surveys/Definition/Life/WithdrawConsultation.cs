using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Definition.Life;

/// <summary>
/// Ends a consultation for good, with a public reason once residents know it. The door shuts at once, and who withdraws says what happens to
/// the answers that came in.
/// </summary>
public sealed class WithdrawConsultation(TimeProvider clock)
{
    private readonly LifeRecord _record = new(clock);

    /// <exception cref="LifeException">It cannot be done now, or the reason says nothing.</exception>
    public async ValueTask<LifeEvent> WithdrawAsync(WriteScope scope, StepRequest request, AnswersOnWithdrawal answers)
    {
        var life = await LifeRecord.DemandAsync(scope, request, LifeStep.Withdrawn);
        LifeRecord.DemandReason(request);
        return await _record.AppendAsync(
            scope, life, request, new TakenStep(LifeStep.Withdrawn) { Answers = life.HasOpened ? answers : null });
    }
}
