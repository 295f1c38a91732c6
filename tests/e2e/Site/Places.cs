using System.Reflection;

namespace Participatie.Journeys.Site;

/// <summary>Folders that the build wrote down.</summary>
internal static class Places
{
    public static string Site => Named("SiteFolder");

    public static string Project => Named("ProjectFolder");

    /// <summary>Where a failed journey leaves what it saw.</summary>
    public static string Failures => Directory.CreateDirectory(Path.Combine(Project, "TestResults", "failures")).FullName;

    private static string Named(string name) =>
        typeof(Places).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(part => part.Key == name).Value!;
}
