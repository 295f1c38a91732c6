using Participatie.Journeys.Browsing;

namespace Participatie.Journeys.Screens;

/// <summary>The answers went to another device.</summary>
public sealed class MovedScreen(Visitor visitor) : Screen(visitor)
{
    /// <summary>Overwrites what the other device saved with what was filled in here.</summary>
    public Task<Screen> SaveMineAsync() => PressLabelAsync("lost.mine");

    public Task<Screen> TakeBackAsync() => PressLabelAsync("question.take-back");
}
