namespace Participatie.Surveys.Definition.Life;

/// <summary>By what a consultation may open. The numbers are stored.</summary>
public enum SignOff : short
{
    /// <summary>A member of the council approved that very version.</summary>
    Council = 1,

    /// <summary>The council was asked and nobody looked within the term. Public.</summary>
    NobodyLooked = 2,

    /// <summary>An administrator opened it without the council, with a public name and reason.</summary>
    Overruled = 3,

    /// <summary>Of a correction: only words changed, so what was signed off before still holds.</summary>
    StillHolds = 4,
}
