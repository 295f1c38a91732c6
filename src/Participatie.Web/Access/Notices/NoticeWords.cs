using Participatie.Surveys.Language;

namespace Participatie.Web.Access.Notices;

/// <summary>What a notice says, in a mail and on the overview alike.</summary>
internal static class NoticeWords
{
    public static string Subject(Notice notice, string title, InterfaceWords words) => words.Format($"{Key(notice)}.subject", title);

    public static string Text(Notice notice, string title, InterfaceWords words) => words.Format(
        $"{Key(notice)}.text", title, notice.Day?.ToString("d MMMM yyyy", words.Culture) ?? "", notice.Count);

    private static string Key(Notice notice) => $"staff.notice.{notice.Kind.ToString().ToLowerInvariant()}";
}
