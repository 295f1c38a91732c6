namespace Participatie.Surveys.Review.Members;

/// <summary>
/// How somebody looked, with nothing that leads to who it was: that may say something about a person's health. Deleted on a set day.
/// </summary>
public sealed class ReviewVisitEntry
{
    /// <summary>Random, and so is the order in which they are stored.</summary>
    public required byte[] VisitId { get; init; }

    public required int ConsultationId { get; init; }

    public required int Round { get; init; }

    /// <summary>The names of <see cref="WayOfReading"/>, with a space between; empty when nothing was said.</summary>
    public required string Ways { get; set; }

    /// <summary>Tags of languages in which pages were read, with a space between.</summary>
    public required string Languages { get; set; }

    /// <summary>Settings of the site that were on, with a space between.</summary>
    public required string Settings { get; set; }

    /// <summary>Pages that were looked at, with a space between.</summary>
    public required string Pages { get; set; }

    /// <summary>As <see cref="DateOnly.DayNumber"/>.</summary>
    public required int DeleteOn { get; init; }
}
