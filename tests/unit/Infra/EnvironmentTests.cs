using Microsoft.Extensions.Configuration;
using Participatie.Web.Hosting;

namespace Participatie.Tests.Infra;

/// <summary>
/// What the files in <c>infra/</c> set is what the program reads. It would refuse a wrong name itself, on the day of the deployment.
/// </summary>
public sealed class EnvironmentTests : IDisposable
{
    /// <summary>Those of others: the framework, and the library that signs in at Azure.</summary>
    private static readonly string[] NotOurs = ["ASPNETCORE_ENVIRONMENT", "ASPNETCORE_URLS", "AZURE_CLIENT_ID", "DOTNET_EnableDiagnostics"];

    private static readonly string[] OnlyOnce = ["Participatie:Data", "Participatie:Samples"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("infra");

    public static TheoryData<string> Processes => [.. ProcessEnvironment.All.Select(process => process.Process)];

    [Fact]
    public void Every_file_that_starts_a_process_is_looked_at() => Assert.Equal(
        [
            "Containerfile", "azure.bicep web", "azure.bicep worker", "compose.several.yaml web-1", "compose.several.yaml web-2",
            "compose.several.yaml worker-1", "compose.several.yaml worker-2", "compose.yaml site", "participatie-worker.service",
            "participatie.service",
        ],
        ProcessEnvironment.All.Select(process => process.Process).Order(StringComparer.Ordinal));

    [Fact]
    public void What_the_program_says_that_it_knows_is_what_it_reads()
    {
        var unknown = Assert.Throws<WrongSettingException>(() => Read(new() { ["Participatie__Onbekend"] = "1" })).Message;
        var connection = Assert.Throws<WrongSettingException>(() => Read(new() { ["ConnectionStrings__Onbekend"] = "1" })).Message;

        Assert.Equal(
            Listed(unknown, "Participatie:").Concat(Listed(connection, "ConnectionStrings:")).Order(StringComparer.OrdinalIgnoreCase),
            ReadSettings.Names.Order(StringComparer.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Processes))]
    public void Each_variable_is_read_by_somebody(string process) => Assert.DoesNotContain(
        Of(process).Keys.Except(NotOurs, StringComparer.Ordinal), name => !ReadSettings.Names.Contains(Setting(name)));

    [Theory]
    [MemberData(nameof(Processes))]
    public void The_program_starts_with_what_is_set(string process)
    {
        var settings = Read(Of(process));

        Assert.False(settings.Samples);
        if (process.Contains("several", StringComparison.Ordinal) || process.StartsWith("azure", StringComparison.Ordinal))
        {
            Assert.NotNull(settings.PostgreSql);
            Assert.NotNull(settings.CodeKey);
            Assert.Empty(settings.OldCodeKeys);
        }

        if (process.Contains("web", StringComparison.Ordinal))
        {
            Assert.False(settings.Worker);
            Assert.NotNull(settings.PublicUrl);
            Assert.NotEmpty(settings.TrustedProxies);
            Assert.True(Of(process).ContainsKey("Participatie__KeyCertificate"), "A session has to hold on every instance.");
        }
    }

    [Fact]
    public void The_example_names_every_setting_and_no_other()
    {
        var example = ProcessEnvironment.InExample().Values.Keys.Select(Setting);
        Assert.Equal(
            ReadSettings.Names.Except(OnlyOnce, StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal),
            example.Order(StringComparer.Ordinal));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static IEnumerable<string> Listed(string problem, string section) =>
        problem[(problem.IndexOf(" are ", StringComparison.Ordinal) + 5)..].TrimEnd('.').Split(", ").Select(name => section + name);

    private static Dictionary<string, string> Of(string process) =>
        new(ProcessEnvironment.All.Single(one => one.Process == process).Values, StringComparer.Ordinal);

    private static string Setting(string variable) => variable.Replace("__", ":", StringComparison.Ordinal);

    private Settings Read(Dictionary<string, string> environment)
    {
        // Folders and files of another machine.
        environment["Participatie__Data"] = _folder.FullName;
        environment.Remove("Participatie__KeyCertificate");
        return new SettingsReader(
            new ConfigurationBuilder().AddInMemoryCollection(
                environment.Select(pair => KeyValuePair.Create(Setting(pair.Key), (string?)pair.Value))).Build(),
            _folder.FullName).Read();
    }
}
