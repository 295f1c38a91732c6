using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;
using Participatie.Web.Hosting;

namespace Participatie.Tests.Infra;

/// <summary>Which settings the program reads, found out by letting it read.</summary>
internal static class ReadSettings
{
    /// <summary>What is read of the certificate only when there is one.</summary>
    private const string Certificate = "Participatie:KeyCertificate";

    public static IReadOnlySet<string> Names { get; } = Find();

    private static HashSet<string> Find()
    {
        var asked = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var folder = Directory.CreateTempSubdirectory("read-settings");
        try
        {
            new SettingsReader(new ConfigurationRoot([new Recording(asked, [])]), folder.FullName).Read();
            var withCertificate = new ConfigurationRoot([new Recording(asked, new() { [Certificate] = "nergens.p12" })]);
            Assert.Throws<WrongSettingException>(() => new SettingsReader(withCertificate, folder.FullName).Read());
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        return asked;
    }

    /// <summary>Has next to nothing, and writes down what is asked for.</summary>
    private sealed class Recording(HashSet<string> asked, Dictionary<string, string> values) : IConfigurationProvider
    {
        public bool TryGet(string key, out string? value)
        {
            // A section is asked whether it has a value of its own, and whoever fills an object asks for what is computed in it too.
            if (key.Contains(':', StringComparison.Ordinal) && key is not ("Participatie:HelpDesk" or "Participatie:HelpDesk:PhoneLink"))
            {
                asked.Add(key);
            }

            return values.TryGetValue(key, out value);
        }

        public void Set(string key, string? value) => throw new NotSupportedException();

        public IChangeToken GetReloadToken() => new CancellationChangeToken(CancellationToken.None);

        public void Load()
        {
            // Nothing to load.
        }

        public IEnumerable<string> GetChildKeys(IEnumerable<string> earlierKeys, string? parentPath) =>
            // Nothing of an empty section would be read.
            parentPath == "Participatie:HelpDesk" ? ["Any"] : [.. earlierKeys, .. values.Keys
                .Where(key => parentPath is not null && key.StartsWith(parentPath + ":", StringComparison.Ordinal))
                .Select(key => key[(parentPath!.Length + 1)..])];
    }
}
