using System.Globalization;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Reporting.Export;

/// <summary>Remembers when somebody last took a file of a consultation, and counts what was withdrawn since.</summary>
public static class RecordExport
{
    private const long Hour = 3_600_000;

    /// <summary>What is withdrawn keeps its receipt, and is found by it: no look at all responses.</summary>
    private static readonly string Withdrawn =
        $"""
        FROM forgotten JOIN responses ON receipt_hash = BYTES AND consultation_id = @consultation
        WHERE what = '{ForgottenEntry.Receipt}' AND at >= @since
        """;

    /// <returns>Null when this person never took a file of it.</returns>
    public static async ValueTask<WithdrawnSince?> SinceAsync(WriteScope scope, int consultationId, string who)
    {
        (long At, long InHour)? last = null;
        await using (var found = await scope.QueryAsync(
            "SELECT at, withdrawn_in_hour FROM last_exports WHERE consultation_id = @consultation AND who = @who",
            ("@consultation", consultationId), ("@who", who)))
        {
            if (await found.ReadAsync())
            {
                last = (found.GetInt64(0), found.GetInt64(1));
            }
        }

        return last is { } before
            ? new WithdrawnSince(
                DateTimeOffset.FromUnixTimeMilliseconds(before.At),
                Math.Max(0, await CountAsync(scope, consultationId, before.At / Hour * Hour) - before.InHour))
            : null;
    }

    /// <summary>When the file is whole.</summary>
    /// <param name="scope">Of the transaction that says so.</param>
    /// <param name="consultationId">Of which consultation.</param>
    /// <param name="who">Who took it.</param>
    /// <param name="made">When it was begun.</param>
    public static async ValueTask KeepAsync(WriteScope scope, int consultationId, string who, DateTimeOffset made)
    {
        var at = made.ToUnixTimeMilliseconds();
        await scope.ExecuteAsync(
            """
            INSERT INTO last_exports (consultation_id, who, at, withdrawn_in_hour) VALUES (@consultation, @who, @at, @hour)
            ON CONFLICT (consultation_id, who) DO UPDATE SET at = excluded.at, withdrawn_in_hour = excluded.withdrawn_in_hour
            """,
            ("@consultation", consultationId),
            ("@who", who),
            ("@at", at),
            ("@hour", await CountAsync(scope, consultationId, at / Hour * Hour)));
    }

    private static async ValueTask<long> CountAsync(WriteScope scope, int consultationId, long since) => Convert.ToInt64(
        await scope.ScalarAsync(
            "SELECT COUNT(*) " + Withdrawn.Replace(
                "BYTES", scope.IsSqlite ? "unhex(which)" : "decode(which, 'hex')", StringComparison.Ordinal),
            ("@consultation", consultationId),
            ("@since", since)),
        CultureInfo.InvariantCulture);
}
