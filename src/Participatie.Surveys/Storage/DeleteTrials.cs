using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Participatie.Surveys.Definition;

namespace Participatie.Surveys.Storage;

/// <summary>
/// Deletes all that there is of trials, table by table as the mapping says. No statement reaches a number below
/// <see cref="ConsultationEntry.FirstTrial"/>, so none reaches a real consultation, whatever it is given.
/// </summary>
internal static class DeleteTrials
{
    private const string ConsultationId = nameof(VersionEntry.ConsultationId);

    /// <param name="scope">The transaction.</param>
    /// <param name="trial">Its number.</param>
    public static async ValueTask RunAsync(WriteScope scope, int trial)
    {
        await DeleteAsync(scope, "= @trial", ("@trial", trial));
        await scope.ExecuteAsync(
            "DELETE FROM consultations WHERE id = @trial AND id >= @first AND is_trial",
            ("@trial", trial), ("@first", ConsultationEntry.FirstTrial));
        await scope.AnnounceAsync();
    }

    /// <summary>What belongs to trials that are not there any more.</summary>
    public static ValueTask SweepAsync(WriteScope scope) => DeleteAsync(scope, "NOT IN (SELECT id FROM consultations)");

    private static async ValueTask DeleteAsync(WriteScope scope, string which, params (string Name, object? Value)[] values)
    {
        (string, object?)[] all = [.. values, ("@first", ConsultationEntry.FirstTrial)];
        var of = $"consultation_id >= @first AND consultation_id {which}";
        await scope.ExecuteAsync(
            $"DELETE FROM preview_drafts WHERE link_hash IN (SELECT token_hash FROM preview_links WHERE {of})", all);
        var tables = scope.Context.Model.GetEntityTypes().ToDictionary(type => type.GetTableName()!, StringComparer.Ordinal);
        // Those that others refer to last.
        foreach (var table in ForeignKeyOrder.Of(tables.Keys, table => References(tables[table])).Reverse()
            .Where(table => tables[table].FindProperty(ConsultationId) is not null))
        {
            await scope.ExecuteAsync($"DELETE FROM {table} WHERE {of}", all);
        }
    }

    private static IEnumerable<string> References(IEntityType type) => type.GetForeignKeys()
        .Select(key => key.PrincipalEntityType.GetTableName()!);
}
