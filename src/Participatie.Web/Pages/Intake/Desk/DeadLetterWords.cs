using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;

namespace Participatie.Web.Pages.Intake.Desk;

/// <summary>
/// Why a response could not be counted, in words of people. A queue knows the kind of failure by its name, and an outside one has names of
/// its own.
/// </summary>
internal static class DeadLetterWords
{
    /// <summary>How Azure Service Bus says that a worker took it up and died too often.</summary>
    private const string TakenTooOften = "MaxDeliveryCountExceeded";

    public static string Why(string? failure, InterfaceWords words) => failure switch
    {
        null or "" => words["staff.queue.why.none"],
        nameof(UnreadableVersionException) => words["staff.queue.why.version"],
        TakenTooOften => words["staff.queue.why.stopped"],
        "JsonException" or nameof(FormatException) or nameof(InvalidDataException) => words["staff.queue.why.response"],
        nameof(TimeoutException) or nameof(IOException) or "DbUpdateException" or "SqliteException" or "NpgsqlException"
            or "PostgresException" => words["staff.queue.why.database"],
        _ => words.Format("staff.queue.why.other", failure),
    };
}
