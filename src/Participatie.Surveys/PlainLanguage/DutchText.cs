using Participatie.Surveys.Language;

namespace Participatie.Surveys.PlainLanguage;

/// <summary>A Dutch text of a JSON document, with the level that its variety is held to.</summary>
/// <param name="At">JSON pointer (RFC 6901).</param>
/// <param name="IsQuestion">It is what a question asks.</param>
/// <param name="Labels">The answers to choose from, when it is the text of a question with one choice.</param>
/// <param name="HasWayOut">Whether who does not know may say so or pass it by.</param>
public sealed record DutchText(
    string At, string Words, string Language, bool IsQuestion = false, IReadOnlyList<string>? Labels = null, bool HasWayOut = false)
{
    /// <summary>Words that the document explains, in small letters: they may be hard.</summary>
    public IReadOnlySet<string>? Explained { get; init; }

    public LanguageLevel Aim => AimOf(Language);

    public static LanguageLevel AimOf(string language) => language == Languages.EasyDutch ? LanguageLevel.Easy : LanguageLevel.Plain;

    public LanguageReport Read()
    {
        var reading = CheckText.Read(Words, Aim, IsQuestion, Explained);
        return Labels is null || reading.Sentences.Count == 0
            ? reading
            : reading with
            {
                Warnings = [.. reading.Warnings, .. Warnings.UnbalancedScale.In(reading.Sentences[^1].Sentence, Labels, HasWayOut)],
            };
    }
}
