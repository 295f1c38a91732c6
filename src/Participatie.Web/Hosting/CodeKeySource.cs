using System.Security.Cryptography;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Storage;

namespace Participatie.Web.Hosting;

/// <summary>Where the code key comes from: the setting, or a file in the data folder that the first start makes.</summary>
public static class CodeKeySource
{
    private const string FileName = "code.key";

    public static CodeKeys Of(Settings settings) =>
        new([.. settings.OldCodeKeys, settings.CodeKey ?? FromFile(Path.Combine(settings.DataFolder, FileName))]);

    /// <summary>Before a restore: a new key would open none of its receipts.</summary>
    /// <exception cref="WrongSettingException">There is no key yet.</exception>
    public static void Require(Settings settings)
    {
        var file = Path.Combine(settings.DataFolder, FileName);
        if (settings.CodeKey is null && !File.Exists(file))
            throw new WrongSettingException($"Bring the code key back first: Participatie:CodeKey, or the file '{file}'.");
    }

    private static byte[] FromFile(string file)
    {
        if (!File.Exists(file))
        {
            using var stream = PrivateFile.Create(file, FileMode.CreateNew);
            stream.Write(RandomNumberGenerator.GetBytes(CodeKey.Bytes));
            stream.Flush(flushToDisk: true);
        }

        var key = File.ReadAllBytes(file);
        return key.Length == CodeKey.Bytes
            ? key
            : throw new WrongSettingException(
                $"The key file '{file}' must hold {CodeKey.Bytes} bytes; bring it back from where you keep it.");
    }
}
