using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Definition.Life;

/// <summary>Puts away what is done: residents still find its results.</summary>
public sealed class ArchiveConsultation(TimeProvider clock)
{
    private readonly LifeRecord _record = new(clock);

    /// <exception cref="LifeException">It cannot be done now.</exception>
    public async ValueTask<LifeEvent> ArchiveAsync(WriteScope scope, StepRequest request)
    {
        var life = await LifeRecord.DemandAsync(scope, request, LifeStep.Archived);
        return await _record.AppendAsync(scope, life, request, new TakenStep(LifeStep.Archived));
    }
}
