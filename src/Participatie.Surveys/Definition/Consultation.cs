using System.Collections.Frozen;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Definition;

public enum ResultsMoment
{
    AfterClosing,
    WhileOpen,
}

public enum InvitationRule
{
    None,
    Optional,
    Required,
}

/// <summary>A consultation's definition: the content of one JSON document. Never changes once it is published.</summary>
public sealed record Consultation
{
    public const int MaxQuestions = 20;

    /// <summary>Of who checked a translation.</summary>
    public const int LongestName = 200;

    public required string Slug { get; init; }

    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>Who checked the translation, by language tag. A translation that is not here nobody checked yet.</summary>
    public IReadOnlyDictionary<string, string> CheckedBy { get; init; } = FrozenDictionary<string, string>.Empty;

    public required Text Title { get; init; }

    public required Text About { get; init; }

    public string? Theme { get; init; }

    public required Charter Charter { get; init; }

    public ResultsMoment Results { get; init; }

    public InvitationRule Invitation { get; init; }

    /// <summary>Whether somebody may answer on behalf of an organisation; such responses are counted apart.</summary>
    public bool Organisations { get; init; }

    public required IReadOnlyList<Question> Questions { get; init; }

    /// <summary>The hard words in it, explained wherever they stand.</summary>
    public IReadOnlyList<ExplainedWord> Glossary { get; init; } = [];

    /// <summary>Every text that a resident reads, explanations of words apart.</summary>
    public IEnumerable<Text> Texts =>
        [
            Title,
            About,
            Charter.Why,
            Charter.Room,
            Charter.Fixed,
            Charter.Decides,
            Charter.After,
            .. Questions.SelectMany(question => question.Texts),
        ];

    /// <summary>The questions that have a number, in order: everything but information between questions.</summary>
    public IEnumerable<Question> Numbered => Questions.Where(question => question.IsAsked);

    public Question? Find(string id) => Questions.FirstOrDefault(question => question.Id == id);
}
