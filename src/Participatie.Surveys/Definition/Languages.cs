namespace Participatie.Surveys.Definition;

/// <summary>Tags of the languages that the interface speaks: one file each in <c>Words/</c>.</summary>
public static class Languages
{
    public const string Dutch = "nl";
    public const string EasyDutch = "nl-simple";
    public const string English = "en";

    /// <summary>All tags for which there is a file of interface texts, Dutch first.</summary>
    public static IReadOnlyList<string> All => Words.Tags;
}
