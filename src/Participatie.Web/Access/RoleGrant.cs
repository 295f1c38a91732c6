using Participatie.Surveys.Definition;

namespace Participatie.Web.Access;

/// <summary>A role that somebody was given.</summary>
public sealed class RoleGrant
{
    /// <summary>Of a role that is about no consultation.</summary>
    public const int NoConsultation = 0;

    public required Guid AccountId { get; init; }

    public required StaffRole Role { get; init; }

    public required int ConsultationId { get; init; }

    /// <summary>The midnight in the Netherlands after the last day, in milliseconds since 1970, UTC.</summary>
    public required long Until { get; set; }

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public required long GivenAt { get; init; }

    /// <summary>Name and mail address, as they were then.</summary>
    public required string GivenBy { get; init; }

    /// <summary>When an administrator last looked at it and let it be; null for never.</summary>
    public long? ConfirmedAt { get; init; }

    public string? ConfirmedBy { get; init; }

    public DateOnly LastDay => LastDayOf(Until);

    public static long UntilOf(DateOnly lastDay) => Amsterdam.EndOf(lastDay).ToUnixTimeMilliseconds();

    internal static DateOnly LastDayOf(long until) => Amsterdam.DayOf(DateTimeOffset.FromUnixTimeMilliseconds(until - 1));
}
