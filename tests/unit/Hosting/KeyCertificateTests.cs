using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Participatie.Surveys.Storage;
using Participatie.Tests.Storage;
using Participatie.Web.Hosting;

namespace Participatie.Tests.Hosting;

/// <summary>The keys under which the framework writes what comes back to it: tokens of forms, and later who is signed in.</summary>
public sealed class KeyCertificateTests(PostgresCluster cluster) : IClassFixture<PostgresCluster>, IDisposable
{
    private const string Password = "een wachtwoord";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("keys");

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task Keys_are_encrypted_for_the_certificate_and_read_with_it_alone(Provider provider)
    {
        var (settings, sealedBy) = (await SettingsAsync(provider), NewCertificate("own"));
        await using var one = await StartAsync(settings with { KeyCertificate = sealedBy });
        var token = Protector(one).Protect("iemand");
        await using var two = await StartAsync(settings with { KeyCertificate = sealedBy });
        Assert.Equal("iemand", Protector(two).Unprotect(token));
        Assert.All(await KeysAsync(settings, one), key => Assert.DoesNotContain("<masterKey", key, StringComparison.Ordinal));

        await using var other = await StartAsync(settings with { KeyCertificate = NewCertificate("other") });
        Assert.Throws<CryptographicException>(() => Protector(other).Unprotect(token));
    }

    [Fact]
    public async Task A_backup_holds_only_keys_that_are_encrypted()
    {
        var settings = await SettingsAsync(Provider.Postgres);
        // As releases left them in the database before they were always encrypted there.
        await using (var open = await StartAsync(settings, isEncrypted: false))
        {
            Protector(open).Protect("iemand");
            Assert.Contains("<masterKey", Assert.Single(await KeysAsync(settings, open)), StringComparison.Ordinal);
        }

        var ring = NewCertificate("own");
        // The key that is there serves this one too, so the next one is made by hand.
        await using var site = await StartAsync(settings with { KeyCertificate = ring });
        site.Services.GetRequiredService<IKeyManager>()
            .CreateNewKey(TimeProvider.System.GetUtcNow(), TimeProvider.System.GetUtcNow().AddDays(90));
        Assert.Equal(2, (await KeysAsync(settings, site)).Count);

        var file = Path.Combine(_folder.FullName, "backup.zip");
        await site.Services.GetRequiredService<Backup>().WriteAsync(file, TestContext.Current.CancellationToken);
        var restored = await SettingsAsync(Provider.Postgres);
        await using var there = Site(restored with { KeyCertificate = ring });
        await there.Services.GetRequiredService<Backup>().RestoreAsync(file, TestContext.Current.CancellationToken);
        Assert.Contains("<encryptedSecret ", Assert.Single(await KeysAsync(restored, there)), StringComparison.Ordinal);
        Assert.Equal("iemand", Protector(there).Unprotect(Protector(there).Protect("iemand")));
    }

    [Fact]
    public void A_file_in_base64_opens_too()
    {
        NewCertificate("own");
        var file = Path.Combine(_folder.FullName, "own.p12");
        File.WriteAllText(file, Convert.ToBase64String(File.ReadAllBytes(file)) + "\n");
        Assert.True(Read(file, Password).KeyCertificate!.HasPrivateKey);
    }

    [Fact]
    public async Task Without_a_certificate_the_code_key_encrypts_what_stands_in_a_database()
    {
        var settings = await SettingsAsync(Provider.Postgres);
        string before;
        await using (var open = await StartAsync(settings, isEncrypted: false))
        {
            before = Protector(open).Protect("eerder");
        }

        // What the release before wrote goes on; the next key is encrypted, and every machine with the code key reads it.
        await using var one = await StartAsync(settings);
        Assert.Equal("eerder", Protector(one).Unprotect(before));
        one.Services.GetRequiredService<IKeyManager>()
            .CreateNewKey(TimeProvider.System.GetUtcNow(), TimeProvider.System.GetUtcNow().AddDays(90));
        Assert.Single(await KeysAsync(settings, one), key => !key.Contains("<masterKey", StringComparison.Ordinal));

        var fresh = await SettingsAsync(Provider.Postgres);
        await using var first = await StartAsync(fresh);
        var token = Protector(first).Protect("iemand");
        await using var second = await StartAsync(fresh);
        Assert.Equal("iemand", Protector(second).Unprotect(token));
        Assert.All(await KeysAsync(fresh, first), key => Assert.DoesNotContain("<masterKey", key, StringComparison.Ordinal));
        await using var renewed = await StartAsync(fresh with { OldCodeKeys = [fresh.CodeKey!], CodeKey = NewCodeKey() });
        Assert.Equal("iemand", Protector(renewed).Unprotect(token));
        await using var stranger = await StartAsync(fresh with { CodeKey = NewCodeKey() });
        Assert.ThrowsAny<CryptographicException>(() => Protector(stranger).Unprotect(token));
    }

    [Fact]
    public void A_file_that_does_not_open_stops_the_start_with_one_sentence()
    {
        NewCertificate("own");
        var file = Path.Combine(_folder.FullName, "own.p12");
        Assert.True(Read(file, Password).KeyCertificate!.HasPrivateKey);
        Assert.Contains(
            "Participatie:KeyCertificate",
            Assert.Throws<WrongSettingException>(() => Read(file, "een ander")).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "Participatie:KeyCertificate",
            Assert.Throws<WrongSettingException>(() => Read(file + "x", Password)).Message,
            StringComparison.Ordinal);
        File.WriteAllText(file, "geen certificaat");
        Assert.Contains(
            "Participatie:KeyCertificate",
            Assert.Throws<WrongSettingException>(() => Read(file, Password)).Message,
            StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private Settings Read(string file, string password) => new SettingsReader(
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Participatie:KeyCertificate"] = file,
            ["Participatie:KeyCertificatePassword"] = password,
        }).Build(),
        _folder.FullName).Read();

    private async Task<Settings> SettingsAsync(Provider provider) => new()
    {
        DataFolder = _folder.CreateSubdirectory(Guid.NewGuid().ToString("N")).FullName,
        PostgreSql = provider == Provider.Postgres ? await cluster.NewDatabaseAsync() : null,
        CodeKey = new byte[32],
        Samples = false,
    };

    private static byte[] NewCodeKey() => RandomNumberGenerator.GetBytes(32);

    private static WebApplication Site(Settings settings, bool isEncrypted = true)
    {
        var builder = WebApplication.CreateBuilder();
        builder.AddHosting(settings);
        builder.Services.AddStorage(settings);
        if (!isEncrypted)
        {
            builder.Services.PostConfigure<KeyManagementOptions>(options => options.XmlEncryptor = null);
        }

        // Another one's key is an error to the framework, each time that it looks.
        builder.Logging.ClearProviders();
        return builder.Build();
    }

    private static async Task<WebApplication> StartAsync(Settings settings, bool isEncrypted = true)
    {
        var site = Site(settings, isEncrypted);
        await site.Services.GetRequiredService<Migrator>().MigrateAsync(TestContext.Current.CancellationToken);
        return site;
    }

    private static IDataProtector Protector(WebApplication site) =>
        site.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("proef");

    private static async Task<IReadOnlyList<string>> KeysAsync(Settings settings, WebApplication site) => settings.PostgreSql is null
        ? [.. Directory.EnumerateFiles(Path.Combine(settings.DataFolder, "keys"), "*.xml").Select(File.ReadAllText)]
        : await site.Services.GetRequiredService<Database>()
            .ReadAsync("SELECT xml FROM data_protection_keys", row => row.GetString(0), TestContext.Current.CancellationToken);

    private X509Certificate2 NewCertificate(string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=" + name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        var file = Path.Combine(_folder.FullName, name + ".p12");
        File.WriteAllBytes(file, made.Export(X509ContentType.Pkcs12, Password));
        return X509CertificateLoader.LoadPkcs12FromFile(file, Password);
    }
}
