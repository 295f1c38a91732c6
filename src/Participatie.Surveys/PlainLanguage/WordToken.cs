using Participatie.Surveys.Language;

namespace Participatie.Surveys.PlainLanguage;

/// <summary>Letters with inner apostrophes or hyphens. A number, an address or a letter beside a digit (A28) is no word.</summary>
/// <param name="Start">Offset in the text of the sentence.</param>
internal readonly record struct WordToken(string Text, string Lower, int Start)
{
    public int End => Start + Text.Length;

    public bool StartsWithCapital => char.IsUpper(Text[0]);
}
