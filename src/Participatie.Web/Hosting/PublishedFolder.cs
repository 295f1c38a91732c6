namespace Participatie.Web.Hosting;

/// <summary>Where a published program stands: its files and its data are found there, from whatever folder it was started.</summary>
internal static class PublishedFolder
{
    /// <summary>Null while developing: then the files stay in the project, and the framework finds them.</summary>
    public static string? OrNull { get; } = Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot"))
        ? AppContext.BaseDirectory
        : null;
}
