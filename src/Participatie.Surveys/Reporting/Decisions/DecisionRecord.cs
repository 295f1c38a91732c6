using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Language;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Reporting.Decisions;

/// <summary>The stored revisions of a decision: read and added to in the transaction of a verb.</summary>
internal static class DecisionRecord
{
    /// <returns>The revisions before it; none of a new decision.</returns>
    /// <exception cref="DecisionException">Somebody else wrote meanwhile.</exception>
    public static async ValueTask<IReadOnlyList<DecisionRevision>> DemandAsync(WriteScope scope, DecisionRequest request)
    {
        var rows = await scope.Context.Decisions.AsNoTracking()
            .Where(entry => entry.ConsultationId == request.ConsultationId && entry.QuestionId == request.QuestionId)
            .OrderBy(entry => entry.Revision).ToListAsync();
        return rows.Count == request.Seen
            ? rows.ConvertAll(DecisionRevision.Of)
            : throw new DecisionException(DecisionRefusal.ChangedMeanwhile);
    }

    /// <exception cref="DecisionException">It says nothing, or too much.</exception>
    public static void DemandNote(DecisionRequest request)
    {
        if (PerceivedText.ShowsNothing(request.Note))
            throw new DecisionException(DecisionRefusal.NoNote);
        if (PerceivedText.IsLongerThan(request.Note, DecisionRequest.LongestNote))
            throw new DecisionException(DecisionRefusal.NoteTooLong);
    }

    public static async ValueTask AppendAsync(WriteScope scope, DecisionRequest request, DecisionState state, string note, DateTimeOffset now)
    {
        scope.Context.Decisions.Add(new DecisionEntry
        {
            ConsultationId = request.ConsultationId,
            QuestionId = request.QuestionId,
            Revision = request.Seen + 1,
            State = (short)state,
            Heard = Plain(request.Text.Heard),
            HeardEasy = Plain(request.Text.HeardEasy),
            Outcome = (short?)request.Text.Outcome,
            Why = Plain(request.Text.Why),
            WhyEasy = Plain(request.Text.WhyEasy),
            DecidedBy = Plain(request.Text.DecidedBy),
            DueDay = request.Text.By?.DayNumber,
            Progress = (short)request.Text.Progress,
            ProgressReason = Plain(request.Text.ProgressReason),
            Note = Plain(note),
            At = now.ToUnixTimeMilliseconds(),
            Who = request.Who,
        });
        await scope.Context.SaveChangesAsync();
    }

    private static string Plain(string typed) => typed.ReplaceLineEndings("\n").Trim();
}
