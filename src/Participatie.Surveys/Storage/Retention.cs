using Microsoft.EntityFrameworkCore.Metadata;

namespace Participatie.Surveys.Storage;

/// <summary>What becomes of the rows of a table. Said where the table is mapped, because whoever adds one has to decide it.</summary>
public enum Retention
{
    /// <summary>Stays, or is ended by a verb of its own.</summary>
    Kept,

    /// <summary>Each row is about one response and goes with it. Has the columns <c>consultation_id</c> and <c>response_id</c>.</summary>
    WithItsResponse,

    /// <summary>All rows of a consultation go on the day that its charter promised. Has the column <c>consultation_id</c>.</summary>
    UntilPromisedDay,

    /// <summary>About the state of this very database: worth nothing in another one, and its rows are left out of a backup.</summary>
    NotInBackup,
}

internal static class RetentionOfTable
{
    public const string Annotation = "Participatie:Retention";

    public static Retention RetentionOf(this IReadOnlyEntityType type) => (Retention)type[Annotation]!;
}
