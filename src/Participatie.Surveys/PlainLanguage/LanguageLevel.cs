namespace Participatie.Surveys.PlainLanguage;

/// <summary>From easy to hard. A level describes a reader: no text is "certified".</summary>
public enum LanguageLevel
{
    /// <summary>A2, what <c>nl-simple</c> is held to.</summary>
    Easy,

    /// <summary>B1, what <c>nl</c> is held to.</summary>
    Plain,

    Hard,

    VeryHard,
}
