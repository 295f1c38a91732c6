using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Review.Rounds;

/// <summary>Writes down that staff spoke with the council about a round: from then on the term runs, if it did not before.</summary>
public sealed class RecordCall(TimeProvider clock)
{
    private readonly ReviewRecord _record = new(clock);

    /// <param name="scope">The transaction.</param>
    /// <param name="consultationId">Whose round.</param>
    /// <param name="round">Its number.</param>
    /// <param name="who">As the audit log says people.</param>
    /// <param name="text">What was said.</param>
    /// <exception cref="ReviewException">There is no such round, or the text says nothing.</exception>
    public async ValueTask RecordAsync(WriteScope scope, int consultationId, int round, string who, string text)
    {
        var review = await ReviewRecord.ReadAsync(scope, consultationId);
        if (review.Round(round) is null)
        {
            throw new ReviewException(ReviewRefusal.Unknown);
        }

        await ReviewRecord.AppendAsync(scope, _record.Next(review, round, ReviewStep.Called, who) with
        {
            Text = ReviewRecord.DemandText(text),
        });
    }
}
