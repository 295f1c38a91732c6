namespace Participatie.Surveys.Definition;

/// <summary>What must hold of a document before it opens. That it may open says its life.</summary>
public static class PublishingCheck
{
    /// <summary>Every reason why it cannot open on that day, with JSON pointers into the definition; empty when it can.</summary>
    public static IReadOnlyList<Problem> Run(Consultation definition, DateOnly today) =>
    [
        // What code built is held to the same rules as what an author wrote.
        .. DefinitionReader.Read(DefinitionWriter.Write(definition)).Problems,
        .. Days(definition.Charter, today),
    ];

    private static IEnumerable<Problem> Days(Charter charter, DateOnly today)
    {
        if (charter.ClosesOn <= today)
        {
            yield return new Problem("/charter/closesOn", "De sluitingsdag is al geweest of is vandaag. Kies een latere dag.");
        }
    }
}
