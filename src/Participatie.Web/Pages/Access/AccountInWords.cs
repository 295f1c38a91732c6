using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Web.Access;

namespace Participatie.Web.Pages.Access;

/// <summary>What is said of an account, on every page in the same words.</summary>
internal static class AccountInWords
{
    public static string Role(StaffRole? role, int consultation, KnownConsultations known, InterfaceWords words) => role switch
    {
        null => words["staff.role.administrator"],
        StaffRole.Author when consultation == RoleGrant.NoConsultation => words["staff.role.new"],
        StaffRole.Author => words.Format("staff.role.author", TitleOf(consultation, known, words)),
        StaffRole.Analyst => words.Format("staff.role.analyst", TitleOf(consultation, known, words)),
        StaffRole.Chair => words["staff.role.chair"],
        _ => words["staff.role.council"],
    };

    public static string State(AccountSummary one, InterfaceWords words) => one switch
    {
        { Account.IsBlocked: true } => words["staff.state.blocked"],
        { IsInvited: true, InvitedUntil: { } until } => words.Format("staff.state.invited", Moment(until, words)),
        { IsInvited: true } => words["staff.state.invited.ended"],
        _ => words["staff.state.active"],
    };

    public static string SecondStep(AccountSummary one, InterfaceWords words) => (one.Account.TotpKey, one.Passkeys) switch
    {
        (null, 0) => words["staff.second.none"],
        (null, var count) => words.Count("staff.second.passkeys", count),
        (_, 0) => words["staff.second.app"],
        var (_, count) => words.Count("staff.second.both", count),
    };

    public static string LastSignIn(Account account, InterfaceWords words) =>
        account.LastSignedInAt is { } at ? Moment(DateTimeOffset.FromUnixTimeMilliseconds(at), words) : words["staff.never"];

    public static string Moment(DateTimeOffset moment, InterfaceWords words) =>
        Amsterdam.ClockOf(moment).ToString("d MMMM yyyy, HH:mm", words.Culture);

    public static string Day(long milliseconds, InterfaceWords words) =>
        words.Day(Amsterdam.DayOf(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)));

    private static string TitleOf(int consultation, KnownConsultations known, InterfaceWords words) =>
        known.TitleOf(consultation) ?? words["staff.role.gone"];
}
