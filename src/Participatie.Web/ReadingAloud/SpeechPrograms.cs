namespace Participatie.Web.ReadingAloud;

/// <summary>The programs that make recordings, which a machine need not have.</summary>
public sealed record SpeechPrograms(string? Espeak, string? Lame)
{
    public static SpeechPrograms OnPath() => new(Find("espeak-ng"), Find("lame"));

    private static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? program + ".exe" : program))
        .FirstOrDefault(File.Exists);
}
