using Participatie.Journeys.Browsing;

namespace Participatie.Journeys.Screens;

/// <summary>The answers went to another device.</summary>
public sealed class MovedScreen(Visitor visitor) : Screen(visitor)
{
    public Task<Screen> TakeBackAsync() => PressLabelAsync("question.take-back");
}
