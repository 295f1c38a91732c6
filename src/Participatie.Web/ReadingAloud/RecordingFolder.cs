using Participatie.Web.Hosting;

namespace Participatie.Web.ReadingAloud;

/// <summary>Where recordings are kept: <c>voorlezen/{name}.mp3</c> in the data folder of this machine.</summary>
public sealed class RecordingFolder(Settings settings, TimeProvider clock) : IRecordingPlace
{
    private const string Whole = ".mp3";
    private const string Half = ".half";

    /// <summary>Writing one takes a moment; older than this it was left by a process that was ended.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    private readonly string _folder = Path.Combine(settings.DataFolder, "voorlezen");

    /// <summary>Replaced by the test of a full disk.</summary>
    internal Func<string, byte[], CancellationToken, Task> Write { get; init; } = File.WriteAllBytesAsync;

    public Task<long> EditionAsync(CancellationToken cancellationToken) => Task.FromResult(0L);

    public async Task<byte[]?> ReadAsync(IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        using var together = new MemoryStream();
        try
        {
            foreach (var name in names)
            {
                await together.WriteAsync(await File.ReadAllBytesAsync(FileOf(name), cancellationToken), cancellationToken);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }

        return together.ToArray();
    }

    /// <summary>Files of another kind are left alone.</summary>
    public Task<Dictionary<string, long>> TakeStockAsync(IReadOnlySet<string> wanted, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var file in Directory.CreateDirectory(_folder).EnumerateFiles())
        {
            var name = Path.GetFileNameWithoutExtension(file.Name);
            if (file.Extension == Whole && wanted.Contains(name))
            {
                found[name] = file.Length;
            }
            else if (file.Extension == Whole
                || (file.Extension == Half && clock.GetUtcNow().UtcDateTime - file.LastWriteTimeUtc > Abandoned))
            {
                file.Delete();
            }
        }

        return Task.FromResult(found);
    }

    /// <summary>Whole or not at all, also when two processes make the same one or the disk is full.</summary>
    public async Task KeepAsync(string name, byte[] sound, CancellationToken cancellationToken)
    {
        var half = Path.Combine(_folder, $"{name}-{Guid.NewGuid():N}{Half}");
        try
        {
            await Write(half, sound, cancellationToken);
            File.Move(half, FileOf(name), overwrite: true);
        }
        finally
        {
            File.Delete(half);
        }
    }

    private string FileOf(string name) => Path.Combine(_folder, name + Whole);
}
