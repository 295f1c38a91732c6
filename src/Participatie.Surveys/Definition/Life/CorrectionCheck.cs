namespace Participatie.Surveys.Definition.Life;

/// <summary>What a correction may not change: questions that were counted already, and the days that were promised.</summary>
public static class CorrectionCheck
{
    /// <param name="definition">The correction.</param>
    /// <param name="earlier">All versions before it, oldest first.</param>
    /// <returns>With JSON pointers into the document.</returns>
    public static IReadOnlyList<Problem> Run(Consultation definition, IReadOnlyList<PublishedVersion> earlier)
    {
        var (charter, promised) = (definition.Charter, earlier[^1].Definition.Charter);
        return
        [
            .. EarlierVersionsCheck.Run(definition, earlier),
            .. Day("closesOn", charter.ClosesOn, promised.ClosesOn),
            .. Day("resultsBy", charter.ResultsBy, promised.ResultsBy),
            .. Day("decisionBy", charter.DecisionBy, promised.DecisionBy),
            .. Day("keepUntil", charter.KeepUntil, promised.KeepUntil),
        ];
    }

    private static IEnumerable<Problem> Day(string member, DateOnly day, DateOnly promised)
    {
        if (day != promised)
        {
            yield return new Problem(
                $"/charter/{member}", $"Deze dag is beloofd: {promised:yyyy-MM-dd}. Een verbetering kan hem niet veranderen.");
        }
    }
}
