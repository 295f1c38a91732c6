namespace Participatie.Surveys.Review.Checks;

/// <summary>Why a check was not taken in.</summary>
public enum CheckRefusal
{
    /// <summary>It is about another consultation.</summary>
    OtherConsultation,

    /// <summary>It is about other questions than those that lie there, or that are open.</summary>
    OtherVersion,
}

/// <summary>Nothing was written: thrown so that everything else in the transaction is undone too.</summary>
public sealed class CheckException(CheckRefusal refusal) : Exception($"Not done: {refusal}.")
{
    public CheckRefusal Refusal { get; } = refusal;
}
