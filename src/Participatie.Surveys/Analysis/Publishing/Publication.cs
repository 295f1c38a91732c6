using Participatie.Surveys.Analysis.Tallies;
using Participatie.Surveys.Definition;

namespace Participatie.Surveys.Analysis.Publishing;

/// <summary>A stored row of what was published.</summary>
/// <param name="Key">The question.</param>
/// <param name="Position">Its place on the page, from 0.</param>
/// <param name="Document">A <see cref="PublishedQuestion"/>, for everybody.</param>
public sealed record PublishedRow(string Key, int Position, string Document);

public sealed record PublicationInput
{
    public required IReadOnlyList<PublishedVersion> Versions { get; init; }

    /// <summary>What may be public: the shown looks (see <see cref="LookMoments"/>), or everything at the end.</summary>
    public required IReadOnlyList<TallyRow> Counts { get; init; }

    /// <summary>How many responses each population has now. Of one that is too small, or has no look yet, it is all that is told.</summary>
    public required IReadOnlyDictionary<Population, long> Sizes { get; init; }

    /// <summary>The number of this public state.</summary>
    public required int Sequence { get; init; }

    /// <summary>
    /// Nobody can answer any more and everything is counted: this is the last word, with what is about people, and with groups.
    /// </summary>
    public required bool Final { get; init; }
}

/// <summary>
/// What the public gets to see. Opinions in full from ten answers on: nobody can be recognised from what unknown people think. What is
/// about people, and every split by group, only at the end, once, with counts under ten hidden and whatever would let them be worked out.
/// </summary>
public static class Publication
{
    public static IReadOnlyList<PublishedRow> Of(PublicationInput input)
    {
        var questions = MergedQuestions.Of(input.Versions);
        var populations = Enum.GetValues<Population>()
            .Where(population => input.Sizes.GetValueOrDefault(population) > 0 || Invites(input, population))
            .Select(population => PopulationPublication.Of(population, questions, input))
            .ToList();
        string[] keys = [ResponsesTally.Responses, .. questions.Select(question => question.Key)];
        return
        [
            .. from indexed in keys.Index()
               let parts = populations.Select(population => population.GetValueOrDefault(indexed.Item)).OfType<PublishedPopulation>()
                   .ToList()
               where parts.Count > 0
               select new PublishedRow(indexed.Item, indexed.Index, PublishedJson.Write(new PublishedQuestion(indexed.Item, parts))),
        ];
    }

    private static bool Invites(PublicationInput input, Population population) => population switch
    {
        Population.Open => input.Versions.Any(version => version.Definition.Invitation != InvitationRule.Required),
        Population.Invited => input.Versions.Any(version => version.Definition.Invitation != InvitationRule.None),
        _ => input.Versions.Any(version => version.Definition.Organisations),
    };
}
