namespace Participatie.Surveys.Storage;

/// <summary>Files with answers or codes: nobody but the user of this process reads them, whatever the machine's usual rights are.</summary>
public static class PrivateFile
{
    /// <summary>Makes it; the usual mode empties one that is there.</summary>
    public static FileStream Create(string file, FileMode mode = FileMode.Create)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(file, options);
    }
}
