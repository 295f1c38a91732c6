using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Definition.Life;

/// <summary>Opens an approved consultation: its first version, which residents answer from then on.</summary>
public sealed class OpenConsultation(ICouncilSignOff council, TimeProvider clock)
{
    private readonly LifeRecord _record = new(clock);

    /// <exception cref="LifeException">It is not approved as it lies there, or the document cannot open today.</exception>
    public async ValueTask<LifeEvent> OpenAsync(WriteScope scope, StepRequest request)
    {
        var life = await LifeRecord.DemandAsync(scope, request, LifeStep.Opened);
        var (definition, revision) = await WorkingCopies.DemandAsync(scope, life);
        if (revision != life.ApprovedRevision)
        {
            throw new LifeException(LifeRefusal.ChangedMeanwhile);
        }

        await DemandSignOffAsync(scope, life, revision);

        if (PublishingCheck.Run(definition, _record.Today) is { Count: > 0 } problems)
        {
            throw new LifeException(LifeRefusal.HasProblems, problems);
        }

        var version = await StoredVersions.AddAsync(scope, life.ConsultationId, definition, _record.Now);
        var reason = life.Events.Last(one => one.Step == LifeStep.Approved).Reason;
        // Where the release before shows it from, as long as instances of it run beside this one.
        await scope.Context.Consultations.Where(entry => entry.Id == life.ConsultationId)
            .ExecuteUpdateAsync(set => set.SetProperty(entry => entry.OverruledBecause, reason));
        return await _record.AppendAsync(
            scope, life, request, new TakenStep(LifeStep.Opened) { Version = version, Revision = revision });
    }

    /// <summary>
    /// Once more at the moment itself: since it was approved, somebody may have found that they cannot go on. Only an overrule is not asked
    /// about, and a signature of before the council had its rounds: that is one too.
    /// </summary>
    private async ValueTask DemandSignOffAsync(WriteScope scope, ConsultationLife life, int revision)
    {
        if (life.SignOff is null or SignOff.Overruled)
        {
            return;
        }

        switch (await council.OfAsync(scope, life.ConsultationId, revision))
        {
            case CouncilSays.CannotGoOn:
                throw new LifeException(LifeRefusal.SomebodyCannotGoOn);
            // Who looked after the term was over and approved nothing takes nothing back.
            case CouncilSays.Nothing when life.SignOff == SignOff.Council:
                throw new LifeException(LifeRefusal.NotSignedOff);
        }
    }
}
