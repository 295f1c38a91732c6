using System.Security.Cryptography;
using Participatie.Surveys.Answering.Codes;

namespace Participatie.Web.Hosting;

/// <summary>Where the code key comes from: the setting, or a file in the data folder that the first start makes.</summary>
public static class CodeKeySource
{
    private const string FileName = "code.key";
    private const short FirstNumber = 1;

    public static CodeKey Of(Settings settings) => new(FirstNumber, settings.CodeKey ?? FromFile(Path.Combine(settings.DataFolder, FileName)));

    private static byte[] FromFile(string file)
    {
        if (!File.Exists(file))
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var stream = new FileStream(file, options);
            stream.Write(RandomNumberGenerator.GetBytes(CodeKey.Bytes));
            stream.Flush(flushToDisk: true);
        }

        var key = File.ReadAllBytes(file);
        return key.Length == CodeKey.Bytes
            ? key
            : throw new WrongSettingException($"The key file '{file}' must hold {CodeKey.Bytes} bytes; bring it back from where you keep it.");
    }
}
