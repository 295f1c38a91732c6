using System.Data.Common;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Language;
using Participatie.Surveys.Storage;

namespace Participatie.Web.ReadingAloud;

/// <summary>Everything that the pages of a version may say, with what became of it, passage by passage.</summary>
public delegate IEnumerable<Passage> SpokenPassages(PublishedVersion version, ConsultationLife life);

/// <summary>Makes the recordings that published versions miss. Whatever goes wrong, the questionnaire goes on without them.</summary>
public sealed partial class MakeRecordings(
    Catalogue catalogue,
    SpokenPassages passagesOf,
    Recordings recordings,
    SpeakPassage speak,
    Database database,
    ILogger<MakeRecordings> log)
{
    /// <summary>After so many failures in a row it is the program, not the text: the rest waits for the next pass.</summary>
    private const int Patience = 3;

    /// <summary>Any number will do, as long as every process uses the same.</summary>
    internal const long PostgresLock = 0x53706561;

    private bool _toldThatNoneIsPossible;

    /// <summary>Why recordings are missing that should be there; null when none are.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Another machine makes what is missing now: look again soon, it may fail.</summary>
    public bool IsWaiting { get; private set; }

    /// <returns>How many were made.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (!speak.IsPossible)
        {
            if (!_toldThatNoneIsPossible)
            {
                LogNotPossible();
            }

            _toldThatNoneIsPossible = true;
            if (database.IsSqlite)
            {
                return 0;
            }
        }

        try
        {
            return await MakeAsync(Wanted(), cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or DbException)
        {
            // A full disk or a database that is away, most likely. The name of the failure says it; its text would name folders.
            LogNotKept(failure.GetType().Name);
            Trouble = $"recordings cannot be kept: {failure.GetType().Name}";
            return 0;
        }
        finally
        {
            recordings.NextEdition();
        }
    }

    private Dictionary<string, Passage> Wanted()
    {
        var wanted = new Dictionary<string, Passage>(StringComparer.Ordinal);
        foreach (var passage in catalogue.All
            .SelectMany(latest => catalogue.VersionsOf(latest.ConsultationId).Reverse())
            .SelectMany(version => passagesOf(version, catalogue.LifeOf(version))))
        {
            wanted.TryAdd(Voice.NameOf(passage), passage);
        }

        return wanted;
    }

    private async Task<int> MakeAsync(Dictionary<string, Passage> wanted, CancellationToken cancellationToken)
    {
        var names = wanted.Keys.ToHashSet(StringComparer.Ordinal);
        await recordings.TakeStockAsync(names, cancellationToken);
        Trouble = null;
        IsWaiting = false;
        if (!speak.IsPossible || names.All(recordings.Has))
        {
            return 0;
        }

        await using var turn = await Turn.TryTakeAsync(database, PostgresLock, cancellationToken);
        if (turn is null)
        {
            IsWaiting = true;
            return 0;
        }

        if (!database.IsSqlite)
        {
            // What another machine made until it gave the turn on.
            await recordings.TakeStockAsync(names, cancellationToken);
        }

        return await MakeMissingAsync(wanted, cancellationToken);
    }

    private async Task<int> MakeMissingAsync(Dictionary<string, Passage> wanted, CancellationToken cancellationToken)
    {
        var made = 0;
        var failed = 0;
        foreach (var (name, passage) in wanted.Where(pair => !recordings.Has(pair.Key)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (await speak.AsMp3Async(passage, cancellationToken) is { } sound)
            {
                await recordings.KeepAsync(name, sound, cancellationToken);
                made++;
                failed = 0;
            }
            else if (++failed == Patience)
            {
                LogGivenUp(Patience, Voice.For(passage.Language));
                Trouble = $"recordings cannot be made with the voice {Voice.For(passage.Language)}";
                break;
            }
        }

        if (made > 0)
        {
            LogMade(made);
        }

        return made;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "espeak-ng or lame is not on the PATH: pages have no audio of their own")]
    private partial void LogNotPossible();

    [LoggerMessage(Level = LogLevel.Information, Message = "Made {Count} recordings to listen to")]
    private partial void LogMade(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Recording failed {Times} times in a row (voice {Voice}); trying again later")]
    private partial void LogGivenUp(int times, string voice);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Recordings cannot be kept ({Failure}); trying again later")]
    private partial void LogNotKept(string failure);
}
