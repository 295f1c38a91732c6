using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Participatie.Surveys.Intake;

namespace Participatie.Surveys.Storage;

/// <summary>
/// Deletes responses of a consultation and everything that ends with them, table by table as the mapping says (<see cref="Retention"/>).
/// </summary>
internal static class DeleteResponses
{
    private const string Responses = "responses";

    /// <param name="scope">The transaction.</param>
    /// <param name="consultationId">Whose.</param>
    /// <param name="states">Which responses go; what belongs to others stays with them.</param>
    public static async ValueTask RunAsync(WriteScope scope, int consultationId, IReadOnlyList<ResponseState> states)
    {
        var which = $"state IN ({string.Join(", ", states.Select(state => (short)state))})";
        var tables = scope.Context.Model.GetEntityTypes().ToDictionary(type => type.GetTableName()!, StringComparer.Ordinal);
        // Those that others refer to last. Nothing refers to the responses themselves (see InitialSchema).
        foreach (var table in ForeignKeyOrder.Of(tables.Keys, table => References(tables[table])).Reverse()
            .Where(table => table != Responses))
        {
            if (tables[table].RetentionOf() is not (Retention.WithItsResponse or Retention.UntilPromisedDay))
            {
                continue;
            }

            var own = tables[table].RetentionOf() == Retention.UntilPromisedDay
                ? ""
                : $"""
                   AND NOT EXISTS (SELECT 1 FROM {Responses} r
                      WHERE r.consultation_id = {table}.consultation_id AND r.id = {table}.response_id AND NOT ({which}))
                  """;
            await scope.ExecuteAsync($"DELETE FROM {table} WHERE consultation_id = @consultation{own}", ("@consultation", consultationId));
        }

        await scope.ExecuteAsync(
            $"DELETE FROM {Responses} WHERE consultation_id = @consultation AND {which}", ("@consultation", consultationId));
    }

    private static IEnumerable<string> References(IEntityType type) => type.GetForeignKeys()
        .Select(key => key.PrincipalEntityType.GetTableName()!);
}
