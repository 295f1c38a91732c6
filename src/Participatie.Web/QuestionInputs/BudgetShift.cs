namespace Participatie.Web.QuestionInputs;

/// <summary>The buttons beside the amounts of a budget. The page comes back at the one that was pressed, which reads out what is left.</summary>
internal static class BudgetShift
{
    public static string IdOf(string choice, bool more) => (more ? "meer-" : "minder-") + choice;
}
