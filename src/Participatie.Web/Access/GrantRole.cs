using System.Globalization;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Storage;

namespace Participatie.Web.Access;

/// <summary>Gives somebody a role, or lets one last longer or shorter, with its line in the audit log.</summary>
public sealed class GrantRole(AuditLog audit, TimeProvider clock)
{
    /// <summary>For whom nobody chose a day: a year.</summary>
    public DateOnly UsualLastDay => Amsterdam.DayOf(clock.GetUtcNow()).AddYears(1);

    /// <summary>In the transaction of what it belongs to.</summary>
    /// <returns>The line: <see cref="AuditLog.Say"/> it when that is committed.</returns>
    /// <exception cref="ArgumentException">The role goes with a consultation, or does not, and this is the other way round.</exception>
    public async ValueTask<AuditEntry> GrantAsync(WriteScope scope, NewGrant grant)
    {
        if (grant.ConsultationId == RoleGrant.NoConsultation
            ? grant.Role == StaffRole.Analyst
            : grant.Role is StaffRole.CouncilMember or StaffRole.Chair)
            throw new ArgumentException($"{grant.Role} of consultation {grant.ConsultationId}", nameof(grant));
        var key = new (string, object?)[]
        {
            ("@account", grant.AccountId), ("@role", (int)grant.Role), ("@consultation", grant.ConsultationId),
        };
        var before = (long?)await scope.ScalarAsync(
            "SELECT until FROM role_grants WHERE account_id = @account AND role = @role AND consultation_id = @consultation", key);
        await scope.ExecuteAsync(
            """
            INSERT INTO role_grants (account_id, role, consultation_id, until, given_at, given_by)
            VALUES (@account, @role, @consultation, @until, @now, @by)
            ON CONFLICT (account_id, role, consultation_id)
            DO UPDATE SET until = excluded.until, given_by = excluded.given_by,
            given_at = CASE WHEN role_grants.until > excluded.given_at THEN role_grants.given_at ELSE excluded.given_at END
            """,
            [
                .. key, ("@until", RoleGrant.UntilOf(grant.LastDay)), ("@now", clock.GetUtcNow().ToUnixTimeMilliseconds()),
                ("@by", grant.By),
            ]);
        var slug = (string?)await scope.ScalarAsync("SELECT slug FROM consultations WHERE id = @id", ("@id", grant.ConsultationId));
        var said = (string?)await scope.ScalarAsync(
            "SELECT name || ' <' || email || '>' FROM accounts WHERE id = @id", ("@id", grant.AccountId));
        return await audit.AppendAsync(
            scope,
            new AuditNote(grant.By, grant.Network, "rol gegeven", said ?? "")
            {
                Before = before is { } until ? SaidOf(grant.Role, slug, RoleGrant.LastDayOf(until)) : "",
                After = SaidOf(grant.Role, slug, grant.LastDay),
            });
    }

    /// <summary>For the audit log.</summary>
    internal static string SaidOf(StaffRole role, string? slug, DateOnly lastDay) =>
        string.Create(CultureInfo.InvariantCulture, $"{SaidOf(role, slug)} tot en met {lastDay:yyyy-MM-dd}");

    /// <summary>The same without its last day.</summary>
    internal static string SaidOf(StaffRole role, string? slug) => role switch
    {
        StaffRole.Author => slug is null ? "nieuwe raadplegingen" : $"auteur van {slug}",
        StaffRole.Analyst => $"analist van {slug}",
        StaffRole.Chair => "voorzitter van de adviesraad",
        _ => "raadslid",
    };
}

/// <summary>What <see cref="GrantRole"/> gives.</summary>
public sealed record NewGrant
{
    public required Guid AccountId { get; init; }

    public required StaffRole Role { get; init; }

    /// <summary>Or <see cref="RoleGrant.NoConsultation"/>.</summary>
    public required int ConsultationId { get; init; }

    /// <summary>Inclusive.</summary>
    public required DateOnly LastDay { get; init; }

    /// <summary>Who gives it, as <see cref="Staff.SaidOf"/> says it.</summary>
    public required string By { get; init; }

    /// <summary>As <see cref="AuditNote.NetworkOf"/> gives it.</summary>
    public required string Network { get; init; }
}
