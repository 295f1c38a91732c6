using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Intake.Trials;

/// <summary>
/// Removes a trial whole. A real consultation is out of its reach: each statement names the range of numbers that only trials have.
/// </summary>
public sealed class RemoveTrial(GroupedWriter writer)
{
    /// <returns>The number that it had; null when there is no trial of that name.</returns>
    public static async ValueTask<int?> RemoveAsync(WriteScope scope, string slug)
    {
        var id = await scope.Context.Consultations.Where(entry => entry.Slug == slug && entry.IsTrial).Select(entry => (int?)entry.Id)
            .SingleOrDefaultAsync();
        if (id is not { } trial)
        {
            return null;
        }

        await ConsultationLock.TakeAsync(scope, trial);
        await DeleteTrials.RunAsync(scope, trial);
        return trial;
    }

    /// <summary>What another instance still took in for a trial that was gone: it knew so some seconds later.</summary>
    public Task SweepAsync(CancellationToken cancellationToken) =>
        writer.WriteAsync(DeleteTrials.SweepAsync, cancellationToken);
}
