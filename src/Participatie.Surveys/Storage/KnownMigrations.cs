using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Participatie.Surveys.Storage;

/// <summary>
/// The migrations that this release brings, found by the names in the assembly's own file. Going through its types would load each of them
/// at every start of every command, and with them the libraries that write documents and files: some megabytes.
/// </summary>
internal static class KnownMigrations
{
    private const string Namespace = "Participatie.Surveys.Storage.Migrations";

    public static string[] Of(Assembly assembly) =>
    [
        .. TypesIn(assembly).Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>(),
    ];

    private static List<Type> TypesIn(Assembly assembly)
    {
        using var file = File.OpenRead(assembly.Location);
        using var image = new PEReader(file);
        var metadata = image.GetMetadataReader();
        return
        [
            .. metadata.TypeDefinitions.Select(metadata.GetTypeDefinition)
                .Where(type => metadata.StringComparer.Equals(type.Namespace, Namespace))
                .Select(type => assembly.GetType($"{Namespace}.{metadata.GetString(type.Name)}", throwOnError: true)!),
        ];
    }
}
