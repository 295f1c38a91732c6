using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Definition.Life;

/// <summary>
/// Makes the newest working copy the next version while residents answer, also on the last day. The reason is public: it says what became
/// clearer. A begun draft keeps its version.
/// </summary>
public sealed class CorrectConsultation(TimeProvider clock)
{
    private readonly LifeRecord _record = new(clock);

    /// <exception cref="LifeException">It cannot be done now, or the document changes more than wording.</exception>
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

        var version = await StoredVersions.AddAsync(scope, life.ConsultationId, definition, _record.Now);
        return await _record.AppendAsync(
            scope, life, request, new TakenStep(LifeStep.Corrected) { Version = version, Revision = revision });
    }
}
