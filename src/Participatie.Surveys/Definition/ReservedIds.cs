using System.Collections.Frozen;

namespace Participatie.Surveys.Definition;

/// <summary>Ids that no question may have: columns of these names stand in front of the questions in every file of answers.</summary>
public static class ReservedIds
{
    public static readonly FrozenSet<string> All = FrozenSet.Create(
        StringComparer.Ordinal, "antwoord", "versie", "uur", "kanaal", "organisatie", "taal", "geholpen");
}
