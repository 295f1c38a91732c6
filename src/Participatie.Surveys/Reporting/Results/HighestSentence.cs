using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Reporting.Results;

/// <summary>Says what came out on top, ties included; or only the highest number that is shown.</summary>
internal static class HighestSentence
{
    public static string Of(
        IReadOnlyList<Choice> choices,
        IReadOnlyList<string> highest,
        string share,
        bool isHighest,
        ResultWording wording,
        string most,
        string otherwise)
    {
        if (highest.Count == 0)
        {
            return wording["none"];
        }

        var texts = choices.Where(choice => highest.Contains(choice.Id)).Select(choice => choice.Text).ToList();
        return (isHighest, texts.Count) switch
        {
            (false, _) => wording.Say(otherwise, wording.Quote(texts[0]), share),
            (true, 1) => wording.Say(most, wording.Quote(texts[0]), share),
            _ => wording.Say(most + ".tie", wording.Quotes(texts), share),
        };
    }
}
