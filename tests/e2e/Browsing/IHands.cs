namespace Participatie.Journeys.Browsing;

/// <summary>How somebody works the page: with a pointer, or with the keyboard alone.</summary>
internal interface IHands
{
    Task PressAsync(ILocator target);

    /// <summary>A radio or a check box.</summary>
    Task ChooseAsync(ILocator choice);

    Task TypeAsync(ILocator field, string text);
}

internal sealed class PointerHands : IHands
{
    public Task PressAsync(ILocator target) => target.ClickAsync();

    public Task ChooseAsync(ILocator choice) => choice.CheckAsync();

    public Task TypeAsync(ILocator field, string text) => field.FillAsync(text);
}
