using System.Security.Cryptography;

namespace Participatie.Surveys.Reporting.Export.Packing;

/// <summary>
/// A file in a package while it is written, counted and hashed. Before it becomes too long for one entry it goes on in a next one, which
/// begins with the same first line. Each write is of whole lines.
/// </summary>
internal sealed class PackedFile(ZipPackage package, string name, ReadOnlyMemory<byte> head) : ForwardOnlyStream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private Stream? _entry;
    private long _length;
    private int _part;

    private string Name => _part == 1 ? name : $"{Path.GetFileNameWithoutExtension(name)}-{_part}{Path.GetExtension(name)}";

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_entry is null || _length + buffer.Length > package.LongestEntry)
        {
            await EndPartAsync();
            _part++;
            _entry = await package.OpenEntryAsync(Name, cancellationToken);
            await PutAsync(head, cancellationToken);
        }

        await PutAsync(buffer, cancellationToken);
    }

    /// <summary>Nothing more follows.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        if (_entry is null)
        {
            await WriteAsync(ReadOnlyMemory<byte>.Empty, cancellationToken);
        }

        await EndPartAsync();
    }

    public override void Flush()
    {
        // What is packed goes on when there is enough of it.
    }

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _hash.Dispose();
        base.Dispose(disposing);
    }

    private async ValueTask PutAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        _hash.AppendData(bytes.Span);
        _length += bytes.Length;
        await _entry!.WriteAsync(bytes, cancellationToken);
    }

    private async Task EndPartAsync()
    {
        if (_entry is null)
        {
            return;
        }

        await _entry.DisposeAsync();
        package.Add(new ExportedFile(Name, _length, Convert.ToHexStringLower(_hash.GetHashAndReset())));
        (_entry, _length) = (null, 0);
    }
}
