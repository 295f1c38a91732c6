namespace Participatie.Surveys.Answering;

/// <summary>Whether two people filled in together, as they said at the start. Kept as a fact with the response.</summary>
public enum Helped : short
{
    /// <summary>Nobody said so: alone, or unknown.</summary>
    Unsaid,

    /// <summary>"Ik help iemand": the helper holds the device.</summary>
    Helper,

    /// <summary>"Iemand helpt mij": the resident holds the device.</summary>
    WasHelped,
}
