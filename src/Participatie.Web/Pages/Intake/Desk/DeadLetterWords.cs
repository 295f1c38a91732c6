using Participatie.ServiceBus;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;

namespace Participatie.Web.Pages.Intake.Desk;

/// <summary>
/// Why a response could not be counted, in words of people. A queue knows the kind of failure by its name, and an outside one has names of
/// its own.
/// </summary>
internal static class DeadLetterWords
{
    public static string Why(string? failure, InterfaceWords words) => failure switch
    {
        null or "" => words["staff.queue.why.none"],
        nameof(UnreadableVersionException) => words["staff.queue.why.version"],
        BusReasons.TakenTooOften => words["staff.queue.why.stopped"],
        BusReasons.TooOld => words["staff.queue.why.old"],
        "JsonException" or nameof(FormatException) or nameof(InvalidDataException) => words["staff.queue.why.response"],
        nameof(TimeoutException) or nameof(IOException) or "DbUpdateException" or "SqliteException" or "NpgsqlException"
            or "PostgresException" or "UnknownCommitException" => words["staff.queue.why.database"],
        _ => words.Format("staff.queue.why.other", failure),
    };
}
