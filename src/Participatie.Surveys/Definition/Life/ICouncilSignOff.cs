using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Definition.Life;

/// <summary>What the council says about a version.</summary>
public enum CouncilSays
{
    /// <summary>Not asked, or it still looks.</summary>
    Nothing,

    /// <summary>Somebody cannot go on: that blocks whatever else is said.</summary>
    CannotGoOn,

    /// <summary>The term is over and nobody looked.</summary>
    NobodyLooked,

    Approved,
}

/// <summary>
/// The one thing that the life of a consultation has to know of the council's rounds, inside the transaction that it opens in. The room of
/// the rounds, which knows this one, answers.
/// </summary>
public interface ICouncilSignOff
{
    ValueTask<CouncilSays> OfAsync(WriteScope scope, int consultationId, int revision);
}
