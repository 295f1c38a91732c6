using Participatie.Surveys.Analysis.OpenAnswers;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Web.Pages.Analysis.Desk;

/// <param name="Slug">Of the consultation.</param>
/// <param name="Title">Of the consultation.</param>
/// <param name="Questions">That take words, in any version, as they were worded last.</param>
public sealed record OpenQuestionsView(string Slug, Participatie.Surveys.Language.Text Title, IReadOnlyList<Question> Questions);

/// <summary>A page of the answers to one question.</summary>
public sealed record OpenAnswersView
{
    public required string Slug { get; init; }

    public required Question Question { get; init; }

    public required IReadOnlyList<OpenAnswer> Answers { get; init; }

    public required string Search { get; init; }

    public required OpenAnswersShown Shown { get; init; }

    /// <summary>The id behind which this page begins; empty on the first.</summary>
    public required byte[] After { get; init; }

    /// <summary>Whether there are more behind these.</summary>
    public required bool HasMore { get; init; }

    /// <summary>What was done just now; null when somebody only looks.</summary>
    public string? Done { get; init; }

    /// <summary>Ids of the answers that stay ticked, because nothing was done with them.</summary>
    public IReadOnlySet<string> Chosen { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Those of them with something marked: sent once more, they are released.</summary>
    public IReadOnlyList<string> ToReadAgain { get; init; } = [];

    public IReadOnlyList<Problem> Problems { get; init; } = [];

    public static string IdOf(OpenAnswer answer) => Convert.ToHexStringLower(answer.ResponseId);
}
