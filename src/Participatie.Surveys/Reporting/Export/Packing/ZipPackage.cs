using System.IO.Compression;
using Participatie.Surveys.Definition;

namespace Participatie.Surveys.Reporting.Export.Packing;

/// <summary>
/// A ZIP file that is written forward. Its list of files stands at the end and is written by <see cref="FinishAsync"/> alone: a package that
/// was broken off has none, and no program takes it for a whole one.
/// </summary>
internal sealed class ZipPackage
{
    /// <summary>The framework writes entries that cannot be read beyond 4 GiB on a stream that cannot seek.</summary>
    public const long MostInAnEntry = 4L * 1024 * 1024 * 1024 - (64 * 1024 * 1024);

    private readonly ForwardStream _output;
    private readonly ZipArchive _zip;
    private readonly DateTimeOffset _made;
    private readonly List<ExportedFile> _files = [];

    private ZipPackage(ForwardStream output, ZipArchive zip, DateTimeOffset made, long longestEntry) =>
        (_output, _zip, _made, LongestEntry) = (output, zip, made, longestEntry);

    public long LongestEntry { get; }

    /// <summary>So far.</summary>
    public IReadOnlyList<ExportedFile> Files => _files;

    public static async Task<ZipPackage> BeginAsync(
        Stream output, DateTimeOffset made, CancellationToken cancellationToken, long longestEntry = MostInAnEntry)
    {
        var forward = new ForwardStream(output);
        var zip = await ZipArchive.CreateAsync(
            forward, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        return new ZipPackage(forward, zip, made, longestEntry);
    }

    /// <param name="name">In the package.</param>
    /// <param name="head">The first line of it, and of each part when it has to be split.</param>
    public PackedFile Begin(string name, ReadOnlyMemory<byte> head) => new(this, name, head);

    public async Task AddAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        await using var file = Begin(name, head: default);
        await file.WriteAsync(content, cancellationToken);
        await file.EndAsync(cancellationToken);
    }

    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        await _zip.DisposeAsync();
        await _output.FlushAsync(cancellationToken);
    }

    internal Task<Stream> OpenEntryAsync(string name, CancellationToken cancellationToken)
    {
        // Answers shrink to a tenth at any level; a higher one takes three times as long.
        var entry = _zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = Amsterdam.ClockOf(_made);
        return entry.OpenAsync(cancellationToken);
    }

    internal void Add(ExportedFile file) => _files.Add(file);
}
