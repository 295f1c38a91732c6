using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Definition.Life;

/// <summary>Gives the working copy to whoever reviews it; from then on it is frozen.</summary>
public sealed class AskForReview(TimeProvider clock)
{
    private readonly LifeRecord _record = new(clock);

    /// <exception cref="LifeException">It cannot be done now.</exception>
    public async ValueTask<LifeEvent> AskAsync(WriteScope scope, StepRequest request)
    {
        var life = await LifeRecord.DemandAsync(scope, request, LifeStep.ReviewAsked);
        return await _record.AppendAsync(scope, life, request, new TakenStep(LifeStep.ReviewAsked));
    }
}
