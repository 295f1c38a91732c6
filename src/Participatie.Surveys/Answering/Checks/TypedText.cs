using System.Text;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Answering.Checks;

/// <summary>
/// Makes typed text fit to keep: nothing that changes what a screen shows, one kind of line end, and one spelling of what looks the same.
/// </summary>
public static class TypedText
{
    /// <returns>Empty when there is nothing to see in it.</returns>
    public static string Clean(string typed)
    {
        var clean = new StringBuilder(typed.Length);
        for (var at = 0; at < typed.Length; at++)
        {
            switch (typed[at])
            {
                case '\r':
                    // A pair of \r and \n is one line end; the \n follows by itself.
                    if (at + 1 == typed.Length || typed[at + 1] != '\n')
                    {
                        clean.Append('\n');
                    }

                    break;
                case '\n' or '\u0085' or '\u2028' or '\u2029':
                    clean.Append('\n');
                    break;
                case '\t':
                    clean.Append(' ');
                    break;
                case var sign when char.IsSurrogate(sign):
                    // Half a pair has no UTF-8 form and would come back from the database as something else.
                    if (at + 1 < typed.Length && char.IsSurrogatePair(sign, typed[at + 1]))
                    {
                        clean.Append(sign).Append(typed[++at]);
                    }

                    break;
                case var sign when HiddenCharacters.IsHidden(sign):
                    break;
                case var sign:
                    clean.Append(sign);
                    break;
            }
        }

        var text = clean.ToString().Trim();
        return PerceivedText.ShowsNothing(text) ? "" : PerceivedText.Composed(text);
    }

    /// <summary>The same on one line.</summary>
    public static string Line(string typed) => Clean(typed).Replace('\n', ' ');
}
