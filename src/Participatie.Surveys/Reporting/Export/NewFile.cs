using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Reporting.Export;

/// <summary>A file under a temporary name in its own folder. It gets its name by <see cref="Finish"/> or vanishes.</summary>
public sealed class NewFile : IDisposable
{
    private readonly string _target;
    private readonly string _temporary;
    private readonly FileStream _file;

    public NewFile(string target)
    {
        _target = Path.GetFullPath(target);
        _temporary = Path.Combine(Path.GetDirectoryName(_target)!, $".{Path.GetFileName(_target)}.{Guid.NewGuid():N}.deel");
        _file = PrivateFile.Create(_temporary, FileMode.CreateNew);
    }

    public Stream Stream => _file;

    /// <summary>What was written is on the disk, and the file there under its name.</summary>
    public void Finish()
    {
        _file.Flush(flushToDisk: true);
        _file.Dispose();
        File.Move(_temporary, _target, overwrite: true);
    }

    public void Dispose()
    {
        try
        {
            _file.Dispose();
        }
        catch (IOException)
        {
            // A full disk refuses what is still in the buffer; whoever writes was told so already.
        }

        File.Delete(_temporary);
    }
}
