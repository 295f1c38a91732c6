using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Definition.Life;

/// <summary>
/// Held until the commit by whoever changes where a consultation stands, or what is counted or published of it. SQLite has one writer and
/// needs none.
/// </summary>
internal static class ConsultationLock
{
    public static async ValueTask TakeAsync(WriteScope scope, int consultationId)
    {
        if (!scope.IsSqlite)
        {
            await scope.ScalarAsync(
                "SELECT id FROM consultations WHERE id = @consultation FOR NO KEY UPDATE", ("@consultation", consultationId));
        }
    }
}
