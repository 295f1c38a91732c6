using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Intake;

/// <summary>
/// Deletes the responses of a consultation when the term is over that its charter promised. The tallies stay and are final from then on:
/// nobody can count them again. A response that could not be counted in time is kept a while longer, so that somebody can mend that; then
/// it goes too.
/// </summary>
public sealed class DeleteExpiredResponses(Database database, GroupedWriter writer, ForgottenLog forgotten, TimeProvider clock)
{
    /// <summary>Said on /privacy.</summary>
    public static readonly TimeSpan LongerWhenNotCounted = TimeSpan.FromDays(30);

    /// <returns>Whether something was deleted now.</returns>
    public async Task<bool> DeleteAsync(PublishedVersion latest, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var term = Amsterdam.EndOf(latest.Definition.Charter.KeepUntil);
        var which = now >= term + LongerWhenNotCounted ? All : Counted;
        if (now < term || !await HasAnyAsync(latest.ConsultationId, which, cancellationToken))
        {
            return false;
        }

        forgotten.Add(ForgottenEntry.OfConsultation(latest.ConsultationId, now));
        await writer.WriteAsync(scope => DeleteAsync(scope, latest.ConsultationId, which, now), cancellationToken);
        return true;
    }

    /// <summary>
    /// After a restore: all of them, because a backup does not tell which of those that it had not counted were counted and deleted since.
    /// </summary>
    internal static ValueTask DeleteAgainAsync(WriteScope scope, int consultationId, DateTimeOffset now) =>
        DeleteAsync(scope, consultationId, All, now);

    private static readonly ResponseState[] All = Enum.GetValues<ResponseState>();

    private static readonly ResponseState[] Counted = [.. All.Except(UncountedResponses.States)];

    private static async ValueTask DeleteAsync(WriteScope scope, int consultationId, ResponseState[] which, DateTimeOffset now)
    {
        await DeleteResponses.RunAsync(scope, consultationId, which);
        await scope.Context.Consultations.Where(consultation => consultation.Id == consultationId && consultation.FinalisedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(consultation => consultation.FinalisedAt, now.ToUnixTimeMilliseconds()));
        await ForgottenEntry.OfConsultation(consultationId, now).StoreAsync(scope);
    }

    private async Task<bool> HasAnyAsync(int consultationId, ResponseState[] which, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        return await context.Consultations.AnyAsync(
            consultation => consultation.Id == consultationId && consultation.FinalisedAt == null, cancellationToken)
            || await context.Responses.AnyAsync(
                response => response.ConsultationId == consultationId && which.Contains(response.State), cancellationToken);
    }
}
