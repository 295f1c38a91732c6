using Participatie.Surveys.Definition;

namespace Participatie.Web.Hosting;

/// <summary>The consultations that come with the program, beside it: also when it is started from another folder.</summary>
public static class SampleFiles
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Content", "consultations");

    /// <summary>Those that this release understands, by name.</summary>
    public static IReadOnlyList<Consultation> Read() =>
    [
        .. Directory.EnumerateFiles(Folder, "*.json").Order(StringComparer.Ordinal)
            .Select(file => DefinitionReader.Read(File.ReadAllBytes(file)).Definition).OfType<Consultation>(),
    ];
}
