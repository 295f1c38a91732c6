using System.Net.Mail;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Web.Access;

namespace Participatie.Web.Pages.Access;

/// <summary>The fields about a person, wherever an account is made.</summary>
internal static class PersonForm
{
    public static void CheckName(string name, List<Problem> problems, InterfaceWords words)
    {
        if (PerceivedText.ShowsNothing(name) || name.Length > Account.LongestName || name.Any(char.IsControl))
            problems.Add(new Problem(AccessForm.Name, words.Format("staff.name.wrong", Account.LongestName)));
    }

    public static void CheckMail(string mail, List<Problem> problems, InterfaceWords words)
    {
        if (!IsMailAddress(mail))
            problems.Add(new Problem(AccessForm.Mail, words["staff.mail.wrong"]));
    }

    /// <param name="password">As it was typed.</param>
    /// <param name="field">Where.</param>
    /// <param name="name">Nobody's own name is a good password.</param>
    /// <param name="mail">Nor the mail address.</param>
    /// <param name="problems">Gets what is wrong.</param>
    /// <param name="words">Of the page.</param>
    public static void CheckPassword(
        string password, string field, string name, string mail, List<Problem> problems, InterfaceWords words)
    {
        if (PasswordRules.WrongWith(password, name, mail) is { } wrong)
            problems.Add(new Problem(field, words.Format(wrong, PasswordRules.Shortest, PasswordRules.Longest)));
    }

    private static bool IsMailAddress(string typed) =>
        typed.Length <= Account.LongestMail && MailAddress.TryCreate(typed, out var address) && address.Address == typed
        && address.Host.Contains('.', StringComparison.Ordinal)
        && !typed.Any(sign => char.IsControl(sign) || char.IsWhiteSpace(sign) || sign is '<' or '>' or '"');
}
