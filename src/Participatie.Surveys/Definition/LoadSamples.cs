using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Definition;

/// <summary>Loads the sample consultations into an empty database, so that a newcomer has something to answer.</summary>
public sealed partial class LoadSamples(Database database, PublishConsultation publish, TimeProvider clock, ILogger<LoadSamples> log)
{
    /// <summary>The recorded reason why they open without the council.</summary>
    public const string Reason = "voorbeeld";

    /// <param name="folder">Holds one definition per <c>.json</c> file; a broken one names its problems and does not stop the
    /// others.</param>
    /// <param name="cancellationToken">Stops between two files.</param>
    public async Task LoadAsync(string folder, CancellationToken cancellationToken)
    {
        await using (var context = database.NewContext())
        {
            if (await context.Consultations.AnyAsync(cancellationToken))
            {
                return;
            }
        }

        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            var (definition, problems) = DefinitionReader.Read(await File.ReadAllBytesAsync(file, cancellationToken));
            if (definition is not null)
            {
                problems = await publish.PublishAsync(
                    definition.LoadedOn(Amsterdam.DayOf(clock.GetUtcNow())), new Overruled(Reason), cancellationToken);
            }

            foreach (var problem in problems)
            {
                LogProblem(Path.GetFileName(file), problem.At, problem.Message);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Sample {File} was not loaded: {At} {Message}")]
    private partial void LogProblem(string file, string at, string message);
}
