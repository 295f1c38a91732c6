namespace Participatie.Surveys.Analysis.Tallies;

/// <summary>How many responses there are and how they came in; stored like a question, under an id that no question can have.</summary>
public sealed class ResponsesTally : QuestionTally
{
    public const string Responses = "$responses";

    /// <summary>Cell names in the order of the channels' numbers.</summary>
    public static readonly IReadOnlyList<string> Channels = ["open", "letter", "paper"];

    public ResponsesTally()
        : base(Responses, Responses) => AddCells(Channels);

    public override PublicCells ForPublic { get; } = PublicCells.OneOf(Channels);

    public override int MostHits => 2;

    /// <param name="answer">The channel's number, one digit.</param>
    /// <param name="hits">Room for one.</param>
    protected override int CountOwn(ReadOnlySpan<byte> answer, Span<int> hits)
    {
        hits[0] = Own + answer[0] - '0';
        return 1;
    }
}
