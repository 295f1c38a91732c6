using Participatie.Journeys.Browsing;

namespace Participatie.Journeys.Screens;

/// <summary>A page to read.</summary>
public sealed class TextScreen(Visitor visitor) : Screen(visitor);
