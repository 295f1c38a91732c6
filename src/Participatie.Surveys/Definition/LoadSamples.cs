using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Definition;

/// <summary>Loads the sample consultations into an empty database, so that a newcomer has something to answer.</summary>
public sealed partial class LoadSamples(
    Database database, GroupedWriter writer, BeginOpened begin, Catalogue catalogue, TimeProvider clock, ILogger<LoadSamples> log)
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
                problems = await OpenAsync(definition.LoadedOn(Amsterdam.DayOf(clock.GetUtcNow())), cancellationToken);
            }

            foreach (var problem in problems)
            {
                LogProblem(Path.GetFileName(file), problem.At, problem.Message);
            }
        }

        await catalogue.RefreshAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<Problem>> OpenAsync(Consultation definition, CancellationToken cancellationToken)
    {
        var document = Encoding.UTF8.GetString(DefinitionWriter.Write(definition));
        try
        {
            await writer.WriteAsync(async scope => await begin.BeginAsync(scope, document, Reason), cancellationToken);
            return [];
        }
        catch (LifeException refused)
        {
            return refused.Problems is { Count: > 0 } problems ? problems : [new Problem("", refused.Message)];
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Sample {File} was not loaded: {At} {Message}")]
    private partial void LogProblem(string file, string at, string message);
}
