namespace Participatie.Surveys.Definition;

/// <summary>The published JSON schema (draft 2020-12) of a definition, as it is served.</summary>
public static class DefinitionSchema
{
    public const string Address = "/schema/raadpleging.json";

    public static ReadOnlyMemory<byte> Utf8 { get; } = Load();

    private static byte[] Load()
    {
        using var resource = typeof(DefinitionSchema).Assembly.GetManifestResourceStream("Participatie.Surveys.Definition.raadpleging.schema.json")!;
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return bytes;
    }
}
