using Participatie.Surveys.Codes;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Storage;

namespace Participatie.Web.Hosting;

/// <summary>
/// What has to be done before the first visitor, or before a command: the tables, the key, the samples, the catalogue, and what a restore
/// has to forget again.
/// </summary>
public sealed class Preparation(
    FollowDatabaseClock clock,
    Migrator migrator,
    CodeKeyCheck keys,
    LoadSamples samples,
    Catalogue catalogue,
    ReplayForgotten forgotten,
    Settings settings,
    IEnumerable<PreparationStep> steps)
{
    /// <returns>What was withdrawn and deleted again after a restore.</returns>
    /// <exception cref="WrongSettingException">The database was used with another code key.</exception>
    public async Task<(int Withdrawn, int Deleted)> RunAsync(CancellationToken cancellationToken)
    {
        OwnerOnly.Mend(settings.DataFolder);
        await clock.RunAsync(cancellationToken);
        await migrator.MigrateAsync(FirstAsync, cancellationToken);
        await catalogue.RefreshAsync(cancellationToken);
        return await forgotten.ReplayAsync(cancellationToken);
    }

    /// <summary>By one instance at a time: two that start on an empty database must not both load the samples.</summary>
    private async Task FirstAsync(CancellationToken cancellationToken)
    {
        if (!await keys.HoldsAsync(cancellationToken))
        {
            throw new WrongSettingException(
                "This database was used with another code key: set Participatie:CodeKey, or bring back code.key in the data folder, "
                + "so that receipts keep working. "
                + "Keys of before go into Participatie:OldCodeKeys, the oldest first.");
        }

        foreach (var step in steps)
        {
            await step.RunAsync(cancellationToken);
        }

        if (settings.Samples)
        {
            await samples.LoadAsync(SampleFiles.Folder, cancellationToken);
        }
    }
}

/// <summary>What a later room has to do on the migrated database before anything else; by one instance at a time.</summary>
public sealed record PreparationStep(Func<CancellationToken, Task> RunAsync);
