namespace Participatie.Journeys.Browsing;

/// <summary>What a visitor holds in their hands, and how they read.</summary>
public sealed record Device
{
    public int Width { get; init; } = 1280;

    /// <summary>As in the address: <c>?taal=</c>.</summary>
    public string Language { get; init; } = "nl";

    public bool Script { get; init; } = true;

    /// <summary>No mouse: everything is done with Tab, arrows, space and Enter.</summary>
    public bool KeyboardOnly { get; init; }

    /// <summary>The looks under which each page is judged; the default is all that the run asks for.</summary>
    public IReadOnlyList<Looking.Look>? Looks { get; init; }
}
