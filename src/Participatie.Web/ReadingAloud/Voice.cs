using System.Security.Cryptography;
using System.Text;
using Participatie.Surveys.Language;
using Participatie.Web.ReadingAloud.Dutch;

namespace Participatie.Web.ReadingAloud;

/// <summary>How a language is spoken: the voice of espeak-ng, and how its texts are written out for it.</summary>
internal static class Voice
{
    /// <summary>Words a minute: slower than the program's 175, for people who listen because reading is hard.</summary>
    public const int Speed = 140;

    private const int NameBytes = 8;

    /// <summary>The length of a recording's name in hexadecimal digits.</summary>
    public const int NameLength = 2 * NameBytes;

    /// <summary>Goes up with every change in what is spoken for the same text, so that old recordings give way.</summary>
    private const int Edition = 1;

    /// <summary>Has the language's own name. The program may not have it: then there are no recordings in that language.</summary>
    public static string For(string language) => language.Split('-')[0];

    /// <summary>The name of the file that says this passage.</summary>
    public static string NameOf(Passage passage) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{Edition}\n{For(passage.Language)}\n{Speed}\n{passage.Text}")).AsSpan(0, NameBytes));

    /// <summary>The text as the program should say it.</summary>
    public static string Spoken(Passage passage) =>
        For(passage.Language) == Languages.Dutch ? WriteOut.ForSpeech(passage.Text) : passage.Text;
}
