using System.Security.Cryptography;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Reporting.Export;

/// <summary>
/// A file under a temporary name in its own folder, hashed while it is written. It gets its name by <see cref="Name"/> or vanishes.
/// </summary>
public sealed class NewFile : IDisposable
{
    private readonly string _target;
    private readonly string _temporary;
    private readonly FileStream _stream;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public NewFile(string target)
    {
        _target = target;
        _temporary = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Guid.NewGuid():N}.deel");
        _stream = PrivateFile.Create(_temporary, FileMode.CreateNew);
    }

    public void Write(ReadOnlyMemory<byte> bytes)
    {
        _hash.AppendData(bytes.Span);
        _stream.Write(bytes.Span);
    }

    /// <summary>Nothing more follows: what was written is on the disk after it.</summary>
    public ExportedFile Close()
    {
        var bytes = _stream.Length;
        _stream.Flush(flushToDisk: true);
        _stream.Dispose();
        return new ExportedFile(Path.GetFileName(_target), bytes, Convert.ToHexStringLower(_hash.GetHashAndReset()));
    }

    public void Name() => File.Move(_temporary, _target, overwrite: true);

    public void Dispose()
    {
        _stream.Dispose();
        _hash.Dispose();
        File.Delete(_temporary);
    }
}
