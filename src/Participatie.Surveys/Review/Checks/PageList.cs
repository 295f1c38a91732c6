using Participatie.Surveys.Definition;

namespace Participatie.Surveys.Review.Checks;

/// <summary>What a program has to look at: all pages of a version, in all its languages.</summary>
/// <param name="Slug">How the consultation is called.</param>
/// <param name="Version">The <see cref="VersionHash"/> of it.</param>
/// <param name="Languages">That it offers.</param>
/// <param name="NeedsCode">Nobody begins without the code of a letter.</param>
/// <param name="Questions">In order.</param>
public sealed record PageList(
    string Slug, string Version, IReadOnlyList<string> Languages, bool NeedsCode, IReadOnlyList<ListedQuestion> Questions)
{
    /// <summary>Behind the address of a consultation.</summary>
    public const string Start = "/";
    public const string Charter = "/afspraken";
    public const string Check = "/controleren";

    /// <summary>Every page, in the order of the walk.</summary>
    public IEnumerable<string> Pages => [Start, Charter, .. Questions.Select(question => question.Page), Check];

    /// <param name="definition">What is shown.</param>
    /// <param name="slug">How the consultation is called: in a preview the definition has another name.</param>
    public static PageList Of(Consultation definition, string slug) => new(
        slug,
        VersionHash.Of(definition with { Slug = slug }),
        definition.Languages,
        definition.Invitation == InvitationRule.Required,
        [.. definition.Questions.Select(question => new ListedQuestion(
            question.Id, question.ShowWhen?.Question, question.ShowWhen?.IsAnyOf ?? []))]);
}

/// <param name="Id">Of the question.</param>
/// <param name="After">It is only asked after a certain answer to this one; null: always.</param>
/// <param name="Answers">Each of them will do.</param>
public sealed record ListedQuestion(string Id, string? After, IReadOnlyList<string> Answers)
{
    /// <summary>Behind the address of a consultation. The steps of a question are one page here.</summary>
    public string Page => $"/vraag/{Id}";
}
