using Participatie.Surveys.Language;

namespace Participatie.Surveys.Definition;

/// <summary>Why a consultation may open: the council signed it off, or somebody answers in public for opening it without.</summary>
public abstract record Clearance;

public sealed record SignedOff(DateOnly On) : Clearance;

/// <param name="Reason">Shown to everybody.</param>
public sealed record Overruled(string Reason) : Clearance;

/// <summary>What must hold before a consultation opens.</summary>
public static class PublishingCheck
{
    /// <summary>Every reason why it cannot open on that day, with JSON pointers into the definition; empty when it can.</summary>
    public static IReadOnlyList<Problem> Run(Consultation definition, DateOnly today, Clearance? clearance) =>
    [
        // What code built is held to the same rules as what an author wrote.
        .. DefinitionReader.Read(DefinitionWriter.Write(definition)).Problems,
        .. Days(definition.Charter, today),
        .. Permission(clearance),
    ];

    private static IEnumerable<Problem> Days(Charter charter, DateOnly today)
    {
        if (charter.ClosesOn <= today)
        {
            yield return new Problem("/charter/closesOn", "De sluitingsdag is al geweest of is vandaag. Kies een latere dag.");
        }
    }

    private static IEnumerable<Problem> Permission(Clearance? clearance)
    {
        if (clearance is null)
        {
            yield return new Problem("", "De adviesraad heeft nog niet getekend. Wacht daarop, of geef een reden.");
        }

        if (clearance is Overruled { Reason: var reason } && PerceivedText.ShowsNothing(reason))
        {
            yield return new Problem("", "Geef de reden waarom u opent zonder de adviesraad.");
        }
    }
}
