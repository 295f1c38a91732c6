using Participatie.Web.ReadingAloud;

namespace Participatie.Tests.ReadingAloud;

/// <summary>Programs that behave as somebody's machine may: shell scripts in a folder of their own.</summary>
internal sealed class GivenPrograms : IDisposable
{
    /// <summary>Half a second of a tone with the header that espeak-ng writes, so that lame has something to do.</summary>
    private const string Speaks = """
        cat >> "$0.heard"; echo >> "$0.heard"
        printf 'RIFF\377\377\377\177WAVEfmt \020\0\0\0\001\0\001\0\042\126\0\0\104\254\0\0\002\0\020\0data\377\377\377\177'
        head -c 22050 /dev/zero | tr '\0' 'Q'
        """;

    /// <summary>For <c>lame</c>: takes its time until <see cref="Go"/>.</summary>
    public const string Waits = """while [ ! -e "$0.go" ]; do sleep 0.02; done; cat""";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("spreken-");

    /// <summary>Everything that the voice was given, one text a line.</summary>
    public string Heard =>
        File.Exists(Path.Combine(_folder.FullName, "espeak.heard")) ? File.ReadAllText(Path.Combine(_folder.FullName, "espeak.heard")) : "";

    public SpeechPrograms That(string? espeak = Speaks, string? lame = "cat") => new(Script("espeak", espeak), Script("lame", lame));

    public void Go() => File.WriteAllText(Path.Combine(_folder.FullName, "lame.go"), "");

    public void Dispose() => _folder.Delete(recursive: true);

    private string? Script(string name, string? lines)
    {
        if (lines is null)
        {
            return null;
        }

        var file = Path.Combine(_folder.FullName, name);
        File.WriteAllText(file, $"#!/bin/sh\n{lines}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return file;
    }
}
