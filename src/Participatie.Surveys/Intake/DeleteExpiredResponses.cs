using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Intake;

/// <summary>
/// Deletes the responses of a consultation whose charter promised it. The tallies stay and are final from then on: nobody can count
/// them again.
/// </summary>
public sealed class DeleteExpiredResponses(Database database, GroupedWriter writer, ForgottenLog forgotten, TimeProvider clock)
{
    /// <returns>Whether this consultation ended now.</returns>
    public async Task<bool> DeleteAsync(PublishedVersion latest, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (now < Amsterdam.EndOf(latest.Definition.Charter.KeepUntil) || await HasEndedOrIsCountingAsync(latest.ConsultationId, cancellationToken))
        {
            return false;
        }

        forgotten.Add(ForgottenEntry.OfConsultation(latest.ConsultationId, now));
        await writer.WriteAsync(scope => DeleteAsync(scope, latest.ConsultationId, now), cancellationToken);
        return true;
    }

    internal static async ValueTask DeleteAsync(WriteScope scope, int consultationId, DateTimeOffset now)
    {
        foreach (var table in (string[])["responses", "queue", "released_answers", "drafts", "invitations"])
        {
            await scope.ExecuteAsync($"DELETE FROM {table} WHERE consultation_id = @consultation", ("@consultation", consultationId));
        }

        await scope.ExecuteAsync(
            "UPDATE consultations SET finalised_at = @now WHERE id = @consultation AND finalised_at IS NULL",
            ("@now", now.ToUnixTimeMilliseconds()),
            ("@consultation", consultationId));
        await ForgottenEntry.OfConsultation(consultationId, now).StoreAsync(scope);
    }

    private async Task<bool> HasEndedOrIsCountingAsync(int consultationId, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        return await context.Consultations.AnyAsync(entry => entry.Id == consultationId && entry.FinalisedAt != null, cancellationToken)
            || await context.Queue.AnyAsync(entry => entry.ConsultationId == consultationId && !entry.Dead, cancellationToken);
    }
}
