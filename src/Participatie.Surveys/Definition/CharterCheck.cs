namespace Participatie.Surveys.Definition;

/// <summary>What must hold between the days that a charter promises.</summary>
internal static class CharterCheck
{
    /// <summary>Problems named after the charter's members. A day that could not be read (the default) is not judged.</summary>
    public static IEnumerable<Problem> Order(Charter charter)
    {
        if (AreKnown(charter.ClosesOn, charter.ResultsBy) && charter.ResultsBy <= charter.ClosesOn)
        {
            yield return new Problem("resultsBy", "De uitslag moet na de sluitingsdag komen. Kies een latere dag.");
        }

        if (AreKnown(charter.ResultsBy, charter.DecisionBy) && charter.DecisionBy < charter.ResultsBy)
        {
            yield return new Problem("decisionBy", "Het besluit kan niet vóór de uitslag komen. Kies een latere dag.");
        }

        if (AreKnown(charter.DecisionBy, charter.KeepUntil) && charter.KeepUntil < charter.DecisionBy)
        {
            yield return new Problem("keepUntil", "Bewaar de antwoorden ten minste tot het besluit. Kies een latere dag.");
        }
    }

    private static bool AreKnown(DateOnly one, DateOnly other) => one != default && other != default;
}
