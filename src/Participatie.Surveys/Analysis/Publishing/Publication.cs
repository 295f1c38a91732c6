using Participatie.Surveys.Analysis.Tallies;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Analysis.Publishing;

/// <summary>A stored row of what was published.</summary>
/// <param name="Key">The question.</param>
/// <param name="Position">Its place on the page, from 0.</param>
/// <param name="Document">A <see cref="PublishedQuestion"/>, for everybody.</param>
/// <param name="Basis">A <see cref="Publishing.Basis"/>, for the next publication only.</param>
/// <param name="Sequence">Of the newest part of it.</param>
public sealed record PublishedRow(string Key, int Position, string Document, string Basis, int Sequence);

public sealed record PublicationInput
{
    public required IReadOnlyList<PublishedVersion> Versions { get; init; }

    public required IReadOnlyList<TallyRow> Tallies { get; init; }

    public required IReadOnlyList<PublishedRow> Previous { get; init; }

    /// <summary>Nobody can answer any more and everything is counted: this publication is the last one, with groups.</summary>
    public required bool Closed { get; init; }
}

/// <summary>Decides what the public gets to see next.</summary>
public static class Publication
{
    /// <returns>The rows that are new or different.</returns>
    public static IReadOnlyList<PublishedRow> Next(PublicationInput input)
    {
        var newest = input.Versions.MaxBy(version => version.Number)!.Definition;
        if (!input.Closed && newest.Results != ResultsMoment.WhileOpen)
        {
            return [];
        }

        var questions = MergedQuestions.Of(input.Versions);
        var populations = Enum.GetValues<Population>()
            .Select(population => PopulationPublication.Next(population, questions, input))
            .OfType<PopulationPublication>()
            .ToList();
        string[] keys = [ResponsesTally.Responses, .. questions.Select(question => question.Key)];
        var rows = keys.Select((key, position) => new PublishedRow(
            key,
            position,
            PublishedJson.Write(new PublishedQuestion(key, [.. populations.Select(population => population.Published(key))])),
            PublishedJson.WriteBasis(new Basis([.. populations.Select(population => population.BasisOf(key))])),
            populations.Select(population => population.Published(key).Sequence).DefaultIfEmpty().Max()));
        return [.. rows.Except(input.Previous)];
    }

    internal static bool Invites(PublicationInput input, Population population) => population switch
    {
        Population.Open => input.Versions.Any(version => version.Definition.Invitation != InvitationRule.Required),
        Population.Invited => input.Versions.Any(version => version.Definition.Invitation != InvitationRule.None),
        _ => input.Versions.Any(version => version.Definition.Organisations),
    };

    /// <summary>The reasons to pass over that somebody could give.</summary>
    internal static IReadOnlyCollection<string> OfferedMissing(Question? question)
    {
        var offered = new List<string>();
        if (question is { Required: false })
        {
            offered.Add(QuestionTally.SkippedCell);
        }

        if (question is { DontKnow: true })
        {
            offered.Add(QuestionTally.DontKnowCell);
        }

        if (question is { RatherNot: true })
        {
            offered.Add(QuestionTally.RatherNotCell);
        }

        return offered;
    }
}
