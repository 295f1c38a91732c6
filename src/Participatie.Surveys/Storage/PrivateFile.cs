namespace Participatie.Surveys.Storage;

/// <summary>Files with answers or codes: nobody but the user of this process reads them, whatever the machine's usual rights are.</summary>
public static class PrivateFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes it; the usual mode empties one that is there.</summary>
    public static FileStream Create(string file, FileMode mode = FileMode.Create, FileShare share = FileShare.None)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = share };
        if (OperatingSystem.IsWindows())
        {
            return new FileStream(file, options);
        }

        options.UnixCreateMode = OwnerOnly;
        var stream = new FileStream(file, options);
        // One that was there keeps the rights it had.
        File.SetUnixFileMode(stream.SafeFileHandle, OwnerOnly);
        return stream;
    }
}
