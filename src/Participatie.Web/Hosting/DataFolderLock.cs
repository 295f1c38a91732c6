namespace Participatie.Web.Hosting;

/// <summary>The embedded database has one writer, inside one site: a second site on the same folder would not know of it.</summary>
internal static class DataFolderLock
{
    private const string FileName = "site.lock";

    /// <returns>Holds the folder until it is disposed or the process ends; null with PostgreSQL, which many sites may share.</returns>
    /// <exception cref="WrongSettingException">Another site holds it.</exception>
    public static IDisposable? Hold(Settings settings)
    {
        if (settings.PostgreSql is not null)
            return null;
        try
        {
            return new FileStream(Path.Combine(settings.DataFolder, FileName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new WrongSettingException(
                $"Another site uses the data folder '{settings.DataFolder}': give this one its own Participatie:Data, or both a "
                    + "PostgreSQL database.");
        }
    }
}
