using Participatie.Surveys.Answering;

namespace Participatie.Surveys.Intake;

/// <summary>How somebody came in.</summary>
public enum ResponseChannel : short
{
    OpenLink,
    Letter,
    Paper,
}

/// <summary>
/// Queued goes to Counted, both go to withdrawn; from Counted by way of Withdrawing, because only the worker changes tallies.
/// Each step is a compare-and-set.
/// </summary>
public enum ResponseState : short
{
    Queued,
    Counted,
    Withdrawing,
    Withdrawn,
}

/// <summary>A handed-in response. Nothing in it says who gave it.</summary>
public sealed class Response
{
    public required int ConsultationId { get; init; }

    /// <summary>16 random bytes: not even the order of arrival can be read from it.</summary>
    public required byte[] Id { get; init; }

    public required int Version { get; init; }

    public required ResponseChannel Channel { get; init; }

    public required bool Organisation { get; init; }

    public Helped Helped { get; init; }

    public required string Language { get; init; }

    /// <summary>Whole hours since 1970, UTC: the time is not kept more exactly.</summary>
    public required long Hour { get; init; }

    /// <summary>Which order of choices was shown (<see cref="Rotation"/>).</summary>
    public required int Rotation { get; init; }

    public required ResponseState State { get; set; }

    /// <summary>Which code key made the hashes below.</summary>
    public required short KeyNumber { get; init; }

    public required byte[] ReceiptHash { get; init; }

    /// <summary>Keyed hash of the draft's token: a second send of the same draft meets it and does nothing.</summary>
    public required byte[] DraftProof { get; init; }

    /// <summary>Which try gave a receipt code that nobody else had; 0 but for one in a hundred thousand.</summary>
    public required short ReceiptAttempt { get; init; }

    /// <summary>The answers (<see cref="AnswersDocument"/>); <c>{}</c> once withdrawn.</summary>
    public required string Document { get; set; }

    /// <summary>
    /// Written anew in random order since it was counted or withdrawn (<see cref="Unlinking.ShuffleResponses"/>): of one that waits for the
    /// worker never true, by which those are found without looking through all.
    /// </summary>
    public bool Shuffled { get; init; }
}
