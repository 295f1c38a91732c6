namespace Participatie.Journeys.Browsing;

/// <summary>What a visitor holds in their hands, and how they read.</summary>
public sealed record Device
{
    public int Width { get; init; } = 1280;

    /// <summary>As in the address: <c>?taal=</c>.</summary>
    public string Language { get; init; } = "nl";

    /// <summary>The language of the browser itself, which a first visit follows.</summary>
    public string Locale { get; init; } = "nl-NL";

    public bool Script { get; init; } = true;

    /// <summary>
    /// Whether pages may have a service worker. It and its one page are fetched once, after the first question; a test of their own weighs
    /// them.
    /// </summary>
    public bool Worker { get; init; } = true;

    /// <summary>No mouse: everything is done with Tab, arrows, space and Enter.</summary>
    public bool KeyboardOnly { get; init; }

    /// <summary>The looks under which each page is judged; the default is all that the run asks for.</summary>
    public IReadOnlyList<Looking.Look>? Looks { get; init; }
}
