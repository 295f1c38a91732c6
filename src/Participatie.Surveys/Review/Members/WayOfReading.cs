namespace Participatie.Surveys.Review.Members;

/// <summary>With what somebody reads, as a member may choose it from a list in plain words. The names are stored.</summary>
public enum WayOfReading
{
    /// <summary>The screen is read aloud: a screen reader.</summary>
    ScreenReader,

    /// <summary>The page reads itself aloud, by its own button.</summary>
    ReadAloud,

    Braille,
    Enlarged,
    OtherColours,
    KeyboardOnly,

    /// <summary>By voice, with a switch, or with the eyes.</summary>
    OtherControl,

    EasyLanguage,
    SignLanguage,

    /// <summary>With somebody who helps.</summary>
    WithHelp,

    Phone,
    Tablet,
    Computer,
    Chrome,
    Edge,
    Firefox,
    Safari,
}
