using Participatie.Surveys.Language;

namespace Participatie.Surveys.Definition.Questions;

/// <summary>What is counted or divided.</summary>
/// <param name="Many">"munten".</param>
/// <param name="One">"munt"; null when the language or the author has only the one form.</param>
public sealed record Unit(Text Many, Text? One = null)
{
    /// <summary>Both forms; a page shows the one that goes with its number.</summary>
    public IEnumerable<Text> Texts => One is null ? [Many] : [Many, One];

    /// <summary>The form that goes with that number.</summary>
    public Text For(decimal amount) => Math.Abs(amount) == 1 ? One ?? Many : Many;

    /// <summary>"1 munt", "1.000 munten".</summary>
    public string Say(decimal amount, InterfaceWords words) => $"{words.Number(amount)} {For(amount).In(words.Language).Text}";
}
