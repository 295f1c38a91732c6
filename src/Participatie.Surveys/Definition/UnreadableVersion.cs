namespace Participatie.Surveys.Definition;

/// <summary>
/// A published version that this program does not understand: written by a newer one, or damaged. Its responses stay as they are until a
/// program reads it.
/// </summary>
/// <param name="ConsultationId">The stored number of the consultation.</param>
/// <param name="Number">1, 2, 3, … within the consultation.</param>
/// <param name="Slug">Of the consultation; all its addresses are unavailable.</param>
/// <param name="At">JSON pointer to what was not understood.</param>
public sealed record UnreadableVersion(int ConsultationId, int Number, string Slug, string At);

/// <summary>
/// Something needs a version that this program does not understand. It can be done when another program runs on the same database.
/// </summary>
public sealed class UnreadableVersionException : InvalidOperationException
{
    public UnreadableVersionException(UnreadableVersion version)
        : base(
            $"Version {version.Number} of '{version.Slug}' cannot be read by this release (at {version.At}): run the release that "
                + "published it.")
    {
    }
}
