using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Definition;

/// <summary>
/// The same question id means the same kind and the same choice ids over all versions: counts are added up by these ids.
/// New questions and choices may come, and a question may go.
/// </summary>
public static class EarlierVersionsCheck
{
    /// <param name="definition">The next version.</param>
    /// <param name="earlier">All versions before it, oldest first.</param>
    /// <returns>With JSON pointers to the questions.</returns>
    public static IEnumerable<Problem> Run(Consultation definition, IReadOnlyList<PublishedVersion> earlier)
    {
        for (var place = 0; place < definition.Questions.Count; place++)
        {
            var question = definition.Questions[place];
            if (Against(question, earlier) is { } message)
            {
                yield return new Problem($"/questions/{place}", $"{message} of geef deze vraag een nieuwe id.");
            }
        }
    }

    private static string? Against(Question question, IReadOnlyList<PublishedVersion> earlier)
    {
        var last = ((int Number, Question Question)?)null;
        foreach (var version in earlier)
        {
            if (version.Definition.Find(question.Id) is not { } before)
            {
                continue;
            }

            if (before.Kind != question.Kind)
            {
                return $"In versie {version.Number} was '{question.Id}' een andere soort vraag. Maak haar weer zo,";
            }

            last = (version.Number, before);
        }

        // Of the last one that asks it: what went before there was such a rule need not come back.
        return last is var (number, asked) && Ids(asked).Except(Ids(question), StringComparer.Ordinal).ToList() is { Count: > 0 } gone
            ? $"Bij '{question.Id}' ontbreekt uit versie {number}: {string.Join(", ", gone)}. Zet dat terug,"
            : null;
    }

    private static IEnumerable<string> Ids(Question question) => question.LastingChoices.Select(choice => choice.Id);
}
