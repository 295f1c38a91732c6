using System.Text;

namespace Participatie.Load.Filling;

#pragma warning disable RS0030

/// <summary>Texts as residents type them, with now and then one that a file format or a spreadsheet could trip over.</summary>
internal static class RandomText
{
    private static readonly string[] Sentences =
    [
        "De bus komt hier maar één keer per uur.",
        "Er is geen huis te vinden voor onze kinderen.",
        "Ik zou graag een keer met de gedeputeerde praten.",
        "Het dorpshuis is belangrijk, ook voor ouderen.",
        "Maak brieven makkelijker.",
        "Prima zo.",
        "Meer fietspaden, minder drempels en een bankje bij de bushalte.",
    ];

    private static readonly string[] Odd =
    [
        "=HYPERLINK(\"https://example.org\";\"klik\")",
        "+31 592 00 00 00",
        "-97",
        "@iedereen",
        "＝1+1",
        "Zij zei: \"doe maar\", en ging weg.",
        "Eerste regel\n- tweede regel\n\nlaatste",
        "Groen 🌳 en blauw 🚲",
        "Eén; =2+2",
        "C:\\Temp\\{a}[b],\"c\"",
        "<b>vet</b> & 'raar'",
        "شكرا",
        "}",
        "]",
        "\\",
        "\"",
    ];

    public static string Next(Random random, int maxLength)
    {
        if (random.Next(10) == 0)
        {
            return Odd[random.Next(Odd.Length)];
        }

        var text = new StringBuilder(Sentences[random.Next(Sentences.Length)]);
        while (random.Next(3) == 0)
        {
            text.Append(' ').Append(Sentences[random.Next(Sentences.Length)]);
        }

        return text.Length <= maxLength ? text.ToString() : text.ToString(0, maxLength);
    }
}
