using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Review.Approvals;

/// <summary>What the rounds of a consultation say about one version, for the life of it.</summary>
internal sealed class CouncilSignOff(TimeProvider clock) : ICouncilSignOff
{
    public async ValueTask<CouncilSays> OfAsync(WriteScope scope, int consultationId, int revision)
    {
        var review = await ReviewRecord.ReadAsync(scope, consultationId);
        // Anybody's sign-off of another version says nothing about this one.
        var round = review.Rounds.LastOrDefault(one => one.Revision == revision);
        return round is null ? CouncilSays.Nothing
            : review.BlockingOf(round.Number).Any() ? CouncilSays.CannotGoOn
            : round.Approval is not null ? CouncilSays.Approved
            : round.IsMissed(Amsterdam.DayOf(clock.GetUtcNow())) ? CouncilSays.NobodyLooked
            : CouncilSays.Nothing;
    }
}
