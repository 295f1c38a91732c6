using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Definition;

/// <summary>Reads why a consultation opened without the council's sign-off: that is promised in public.</summary>
public sealed class ReadOverrule(Database database)
{
    /// <returns>The reason in Dutch, as it was written; null when it was signed off.</returns>
    public async Task<string?> OfAsync(int consultationId, CancellationToken cancellationToken)
    {
        var reasons = await database.ReadAsync(
            "SELECT COALESCE(overruled_because, '') FROM consultations WHERE id = @consultation", row => row.GetString(0), cancellationToken, ("@consultation", consultationId));
        return reasons is [{ Length: > 0 } reason] ? reason : null;
    }
}
