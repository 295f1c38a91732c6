using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Participatie.Surveys.Reporting.Export.Columns;

/// <summary>
/// Names that every statistics program and database takes: <c>munten_wonen</c> for the choice "wonen" of the question "munten". Letters,
/// digits and underscores: Stata and SQL refuse the hyphen of an id, and a dot as well. A name that is taken gets a number behind it. Names
/// are given version by version, so a later version never changes one; the codebook has the ids as they are.
/// </summary>
public sealed class ColumnNames(IEnumerable<string> taken)
{
    /// <summary>Of SPSS, in bytes; ids are ASCII, so also in letters.</summary>
    public const int Longest = 64;

    /// <summary>Hexadecimal digits: of a million long names that begin alike two would share them.</summary>
    private const int HashLength = 8;

    // SPSS does not tell capitals apart.
    private readonly HashSet<string> _taken = new(taken, StringComparer.OrdinalIgnoreCase);

    public string For(string question, string part)
    {
        var wanted = Wanted(question, part);
        var name = wanted;
        for (var number = 2; !_taken.Add(name); number++)
        {
            var behind = string.Create(CultureInfo.InvariantCulture, $"_{number}");
            name = wanted[..Math.Min(wanted.Length, Longest - behind.Length)] + behind;
        }

        return name;
    }

    private static string Wanted(string question, string part)
    {
        var name = (part.Length == 0 ? question : $"{question}_{part}").Replace('-', '_');
        if (ReservedWords.All.Contains(name))
        {
            return $"vraag_{name}";
        }

        if (name.Length <= Longest)
        {
            return name;
        }

        // Of the ids and nothing else, so that it is the same in each export.
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{question}/{part}")));
        return $"{name[..(Longest - HashLength - 1)]}_{hash[..HashLength]}";
    }
}
