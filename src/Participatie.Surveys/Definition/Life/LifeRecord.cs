using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Language;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Definition.Life;

/// <summary>The stored events of a consultation: read and added to by one at a time.</summary>
internal sealed class LifeRecord(TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    public DateOnly Today => Amsterdam.DayOf(Now);

    /// <summary>As it stands now; nobody else changes it before the commit.</summary>
    /// <exception cref="LifeException">There is none, or it cannot take that step.</exception>
    public static async ValueTask<ConsultationLife> DemandAsync(WriteScope scope, StepRequest request, LifeStep step)
    {
        var life = await ReadAsync(scope, request.ConsultationId);
        if (request.Seen is { } seen && seen != life.LastNumber)
        {
            throw new LifeException(LifeRefusal.ChangedMeanwhile);
        }

        return life.May(step) ? life : throw new LifeException(LifeRefusal.NotFromHere);
    }

    /// <exception cref="LifeException">There is none.</exception>
    public static async ValueTask<ConsultationLife> ReadAsync(WriteScope scope, int consultationId)
    {
        await ConsultationLock.TakeAsync(scope, consultationId);
        var consultation = await scope.Context.Consultations.AsNoTracking().SingleOrDefaultAsync(entry => entry.Id == consultationId)
            ?? throw new LifeException(LifeRefusal.Unknown);
        var events = await scope.Context.LifeEvents.AsNoTracking().Where(entry => entry.ConsultationId == consultationId)
            .OrderBy(entry => entry.Number).ToListAsync();
        return ConsultationLife.Of(consultationId, consultation.Slug, consultation.IsTrial, events.Select(entry => entry.Event));
    }

    /// <summary>A reason that everybody may read.</summary>
    /// <exception cref="LifeException">It says nothing, or too much.</exception>
    public static void DemandReason(StepRequest request)
    {
        if (PerceivedText.ShowsNothing(request.Reason))
        {
            throw new LifeException(LifeRefusal.NoReason);
        }
    }

    /// <summary>Adds what happened.</summary>
    /// <param name="scope">The transaction.</param>
    /// <param name="life">As <see cref="DemandAsync"/> gave it.</param>
    /// <param name="request">Who asked and why.</param>
    /// <param name="what">The step with what belongs to it.</param>
    public async ValueTask<LifeEvent> AppendAsync(WriteScope scope, ConsultationLife life, StepRequest request, TakenStep what)
    {
        if (PerceivedText.IsLongerThan(request.Reason, StepRequest.LongestReason))
        {
            throw new LifeException(LifeRefusal.ReasonTooLong);
        }

        var entry = new LifeEventEntry
        {
            ConsultationId = life.ConsultationId,
            Number = life.LastNumber + 1,
            At = Now.ToUnixTimeMilliseconds(),
            Who = request.Who,
            Step = (short)what.Step,
            Day = what.Day?.DayNumber,
            Version = what.Version,
            Revision = what.Revision,
            Reason = request.Reason.Trim(),
            Answers = (short?)what.Answers,
            SignOff = (short?)what.SignOff,
        };
        scope.Context.LifeEvents.Add(entry);
        await scope.Context.SaveChangesAsync();
        await scope.AnnounceAsync();
        return entry.Event;
    }
}

/// <summary>A step with what belongs to it (see <see cref="LifeEvent"/>).</summary>
internal sealed record TakenStep(LifeStep Step)
{
    public DateOnly? Day { get; init; }

    public int? Version { get; init; }

    public int? Revision { get; init; }

    public AnswersOnWithdrawal? Answers { get; init; }

    public SignOff? SignOff { get; init; }
}
