using Participatie.Journeys.Browsing;

namespace Participatie.Journeys.Screens;

/// <summary>A form with one field for a code: from a letter, to go on, or of a receipt.</summary>
public sealed class CodeScreen(Visitor visitor) : Screen(visitor)
{
    private ILocator Field => Page.GetByRole(AriaRole.Textbox);

    public static async Task<CodeScreen> OpenAsync(Visitor visitor, string address)
    {
        await visitor.OpenAsync(address);
        return new CodeScreen(visitor);
    }

    public Task<string> TypedAsync() => Field.InputValueAsync();

    /// <summary>Types the code and presses the only button.</summary>
    public async Task<Screen> EnterAsync(string code)
    {
        await Visitor.Hands.TypeAsync(Field, code);
        await Visitor.GoAsync(() => Visitor.Hands.PressAsync(Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button)));
        return Seen(Visitor);
    }
}
