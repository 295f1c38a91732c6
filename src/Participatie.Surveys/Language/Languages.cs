namespace Participatie.Surveys.Language;

/// <summary>
/// Tags of the languages that the interface speaks: one file each in <c>Words/</c>. Only Dutch and its easy variety have a role in the
/// code.
/// </summary>
public static class Languages
{
    public const string Dutch = "nl";
    public const string EasyDutch = "nl-simple";

    /// <summary>All tags for which there is a file of interface texts, Dutch first.</summary>
    public static IReadOnlyList<string> All => InterfaceWords.Tags;
}
