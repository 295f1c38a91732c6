using Participatie.Surveys.Definition.Comparing;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Definition.Life;

/// <summary>
/// Makes the newest working copy the next version while residents answer, also on the last day. The reason is public: it says what became
/// clearer. A begun draft keeps its version. Other words are what the council's sign-off still holds for; anything else needs its own.
/// </summary>
public sealed class CorrectConsultation(ICouncilSignOff council, TimeProvider clock)
{
    private readonly LifeRecord _record = new(clock);

    /// <exception cref="LifeException">
    /// It cannot be done now, the document changes what was counted already, or the council did not sign off what changes beside words.
    /// </exception>
    public async ValueTask<LifeEvent> CorrectAsync(WriteScope scope, StepRequest request)
    {
        var life = await LifeRecord.DemandAsync(scope, request, LifeStep.Corrected);
        LifeRecord.DemandReason(request);
        var (definition, revision) = await WorkingCopies.DemandAsync(scope, life);
        var earlier = await StoredVersions.ListAsync(scope, life.ConsultationId);
        if (Opening.Of(life, earlier[^1], _record.Now) != OpenState.Open)
        {
            throw new LifeException(LifeRefusal.AlreadyClosed);
        }

        if (CorrectionCheck.Run(definition, earlier) is { Count: > 0 } problems)
        {
            throw new LifeException(LifeRefusal.HasProblems, problems);
        }

        if (DefinitionWriter.Write(definition).AsSpan().SequenceEqual(DefinitionWriter.Write(earlier[^1].Definition)))
        {
            throw new LifeException(LifeRefusal.NothingChanged);
        }

        var signOff = await SignOffAsync(scope, life, new Correction(earlier[^1].Definition, definition, revision));
        var version = await StoredVersions.AddAsync(scope, life.ConsultationId, definition, _record.Now);
        return await _record.AppendAsync(
            scope, life, request, new TakenStep(LifeStep.Corrected) { Version = version, Revision = revision, SignOff = signOff });
    }

    /// <returns>Null where the council signed nothing off that could end: it was overruled, or had no rounds then.</returns>
    private async ValueTask<SignOff?> SignOffAsync(WriteScope scope, ConsultationLife life, Correction correction) =>
        !life.HasCouncilSignOff ? null
        : TextsOnly.Differ(correction.Before, correction.After) ? SignOff.StillHolds
        : await council.OfAsync(scope, life.ConsultationId, correction.Revision) switch
        {
            CouncilSays.Approved => SignOff.Council,
            CouncilSays.NobodyLooked => SignOff.NobodyLooked,
            CouncilSays.CannotGoOn => throw new LifeException(LifeRefusal.SomebodyCannotGoOn),
            _ => throw new LifeException(LifeRefusal.NotSignedOff),
        };

    /// <param name="Before">What residents read now.</param>
    /// <param name="After">What they would read.</param>
    /// <param name="Revision">Of the working copy that says so.</param>
    private sealed record Correction(Consultation Before, Consultation After, int Revision);
}
