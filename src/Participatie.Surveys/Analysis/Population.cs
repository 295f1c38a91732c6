namespace Participatie.Surveys.Analysis;

/// <summary>Who answered, counted and shown apart: their answers are never added up. The numbers are stored.</summary>
public enum Population
{
    /// <summary>Anybody, through the open link or on paper.</summary>
    Open,

    /// <summary>Residents who were drawn and invited by letter.</summary>
    Invited,

    /// <summary>Somebody who answered on behalf of an organisation, however it came in.</summary>
    Organisation,
}
