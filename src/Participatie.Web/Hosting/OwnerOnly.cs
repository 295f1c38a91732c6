using System.Runtime.InteropServices;

namespace Participatie.Web.Hosting;

/// <summary>
/// Whatever this program writes is readable by its own account alone, whatever the folder and the rights that the machine usually gives:
/// the database with what SQLite puts beside it, keys, logs, recordings, backups, exports and codes.
/// </summary>
public static class OwnerOnly
{
    private const UnixFileMode File = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Folder = File | UnixFileMode.UserExecute;

    /// <summary>
    /// What this program makes in its data folder. Whatever else stands there keeps the rights that the operator gave it.
    /// </summary>
    private static readonly string[] Ours = ["participatie.db*", "forgotten*.log*", "code.key", "site.lock"];

    private static readonly string[] OurFolders = ["keys", "voorlezen"];

    /// <summary>From here on new files and folders are the owner's alone; programs that this one starts inherit it.</summary>
    public static void FromNowOn()
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = Umask(0b000_111_111);
        }
    }

    /// <summary>The same for what an earlier start made.</summary>
    public static void Mend(string dataFolder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var data = new DirectoryInfo(dataFolder);
        foreach (var file in Ours.SelectMany(data.EnumerateFiles))
        {
            Set(file, File);
        }

        foreach (var folder in OurFolders.SelectMany(data.EnumerateDirectories))
        {
            Set(folder, Folder);
            foreach (var file in folder.EnumerateFiles())
            {
                Set(file, File);
            }
        }
    }

    private static void Set(FileSystemInfo item, UnixFileMode mode)
    {
        try
        {
            if (!OperatingSystem.IsWindows() && item.UnixFileMode != mode)
            {
                item.UnixFileMode = mode;
            }
        }
        catch (Exception failure) when (failure is FileNotFoundException or UnauthorizedAccessException)
        {
            // Gone meanwhile, or another account's, which is not ours to change.
        }
    }

    [DllImport("libc", EntryPoint = "umask")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint Umask(uint mask);
}
