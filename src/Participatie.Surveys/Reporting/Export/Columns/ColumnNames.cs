namespace Participatie.Surveys.Reporting.Export.Columns;

/// <summary>
/// Names that statistics programs take: <c>munten_wonen</c> for the choice "wonen" of the question "munten". A hyphen becomes a dot, which SPSS, PSPP
/// and R accept. A name that is taken gets a number behind it. Names are given version by version, so a later version never changes one.
/// </summary>
public sealed class ColumnNames(IEnumerable<string> taken)
{
    // SPSS does not tell capitals apart.
    private readonly HashSet<string> _taken = new(taken, StringComparer.OrdinalIgnoreCase);

    public string For(string question, string part)
    {
        var wanted = (part.Length == 0 ? question : $"{question}_{part}").Replace('-', '.');
        var name = wanted;
        for (var number = 2; !_taken.Add(name); number++)
        {
            name = $"{wanted}_{number}";
        }

        return name;
    }
}
