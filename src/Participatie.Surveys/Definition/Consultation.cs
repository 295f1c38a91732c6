using Participatie.Surveys.Definition.Questions;

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

    public required string Slug { get; init; }

    public required IReadOnlyList<string> Languages { get; init; }

    public required Text Title { get; init; }

    public required Text About { get; init; }

    public string? Theme { get; init; }

    public required Charter Charter { get; init; }

    public ResultsMoment Results { get; init; }

    public InvitationRule Invitation { get; init; }

    /// <summary>Whether somebody may answer on behalf of an organisation; such responses are counted apart.</summary>
    public bool Organisations { get; init; }

    public required IReadOnlyList<Question> Questions { get; init; }

    /// <summary>The questions that have a number, in order: everything but information between questions.</summary>
    public IEnumerable<Question> Numbered => Questions.Where(question => question is not InformationQuestion);

    public Question? Find(string id) => Questions.FirstOrDefault(question => question.Id == id);
}
