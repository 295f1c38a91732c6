namespace Participatie.Web.QuestionInputs;

/// <summary>
/// The buttons beside the amounts of a budget. The page comes back at the one that was pressed, which says what that amount is now.
/// </summary>
internal static class BudgetShift
{
    public static string IdOf(string choice, bool more) => (more ? "meer-" : "minder-") + choice;

    /// <summary>Of the line with the amount as it is, which both buttons are described by: their names say of what.</summary>
    public static string NowOf(string choice) => "nu-" + choice;
}
