namespace Participatie.Surveys.Language;

/// <summary>
/// Who has interface texts beside those of residents: in files of their own, <c>Words/{name}.{tag}.json</c>, and in few languages.
/// What such a file does not say is said as to residents.
/// </summary>
/// <param name="Name">In the names of the files.</param>
/// <param name="Languages">Dutch first.</param>
public sealed record Audience(string Name, IReadOnlyList<string> Languages)
{
    public static readonly Audience Staff = new("staff", [Language.Languages.Dutch]);

    /// <summary>Who reads a summary: staff, the Staten, and whoever else wants it short. A summary is a document in Dutch.</summary>
    public static readonly Audience Summary = new("summary", [Language.Languages.Dutch, Language.Languages.EasyDutch]);

    /// <summary>Members of the council, and people who read with difficulty and look along: the same rules as for residents.</summary>
    public static readonly Audience Council = new("council", [Language.Languages.Dutch, Language.Languages.EasyDutch]);

    public static IReadOnlyList<Audience> All { get; } = [Staff, Summary, Council];
}
