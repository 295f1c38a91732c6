using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Analysis.Representation;

/// <summary>Says in one sentence who is missing.</summary>
public static class RepresentationSentence
{
    private const int MostNames = 3;

    /// <param name="found">Null: too few took part to say anything.</param>
    /// <param name="words">Of the staff's audience.</param>
    public static string Of(RepresentationOfPlaces? found, InterfaceWords words)
    {
        if (found is null)
            return words.Format("staff.missing.few", CompareWithInhabitants.Fewest);
        List<string> names = [.. found.Missing.Select(row => NameOf(row.Municipality, words))];
        return names switch
        {
            [] => words["staff.missing.nobody"],
            [var only] => words.Format("staff.missing.one", only),
            { Count: <= MostNames } => words.Format("staff.missing.some", string.Join(", ", names.SkipLast(1)), names[^1]),
            _ => words.Format("staff.missing.many", string.Join(", ", names.Take(MostNames)), names.Count - MostNames),
        };
    }

    /// <summary>Of a municipality.</summary>
    public static string NameOf(string municipality, InterfaceWords words)
    {
        var name = PlaceQuestion.Municipalities.First(place => place.Id == municipality).Text;
        return name.In(words.Language).Text;
    }
}
