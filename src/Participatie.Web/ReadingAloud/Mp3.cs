using System.Globalization;

namespace Participatie.Web.ReadingAloud;

/// <summary>
/// How sound becomes a small file that every browser of 2020 plays. Opus would be smaller, but Safari has it only since 2024.
/// </summary>
internal static class Mp3
{
    private const int BitsPerSecond = 24_000;

    /// <summary>The same at every moment, so that length says duration.</summary>
    public const int BytesPerSecond = BitsPerSecond / 8;

    /// <summary>
    /// Frames that do not lean on the one before (<c>--nores</c>) and no header of the whole (<c>-t</c>): files can be put one behind the
    /// other. Raw sound from standard input to standard output.
    /// </summary>
    public static IReadOnlyList<string> Arguments(int samplesPerSecond) =>
    [
        "--quiet", "-t", "--nores", "--cbr", "-b", (BitsPerSecond / 1000).ToString(CultureInfo.InvariantCulture), "-m", "m",
        "-r",
        "-s",
        (samplesPerSecond / 1000.0).ToString(CultureInfo.InvariantCulture),
        "--bitwidth",
        "16",
        "--signed",
        "--little-endian",
        "-",
        "-",
    ];
}
