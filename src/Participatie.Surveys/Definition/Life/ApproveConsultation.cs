using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Definition.Life;

/// <summary>Lets what lies there open because the council approved it, or because nobody of the council looked within the term.</summary>
public sealed class ApproveConsultation(ICouncilSignOff council, TimeProvider clock)
{
    private readonly LifeRecord _record = new(clock);

    /// <exception cref="LifeException">It cannot be done now, or the council says something else.</exception>
    public async ValueTask<LifeEvent> ApproveAsync(WriteScope scope, StepRequest request)
    {
        var life = await LifeRecord.DemandAsync(scope, request, LifeStep.Approved);
        var (_, revision) = await WorkingCopies.DemandAsync(scope, life);
        var signOff = await council.OfAsync(scope, life.ConsultationId, revision) switch
        {
            CouncilSays.Approved => SignOff.Council,
            CouncilSays.NobodyLooked => SignOff.NobodyLooked,
            CouncilSays.CannotGoOn => throw new LifeException(LifeRefusal.SomebodyCannotGoOn),
            _ => throw new LifeException(LifeRefusal.NotSignedOff),
        };
        // A reason at an approval is that of an overrule.
        return await _record.AppendAsync(
            scope, life, request with { Reason = "" }, new TakenStep(LifeStep.Approved) { Revision = revision, SignOff = signOff });
    }
}
