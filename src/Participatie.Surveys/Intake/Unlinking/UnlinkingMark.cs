namespace Participatie.Surveys.Intake.Unlinking;

/// <summary>What the table <c>unlinking</c> remembers from round to round, a number for each.</summary>
internal static class UnlinkingMark
{
    /// <summary>When it ended, in milliseconds since 1970.</summary>
    public const short LastRound = 1;

    /// <summary>The transaction whose number all used codes bear.</summary>
    public const short LastTransaction = 2;

    /// <summary>Codes were written anew, and the rows of before are not gone yet.</summary>
    public const short Unfinished = 3;
}
