using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;
using Participatie.Web.QuestionInputs;

namespace Participatie.Web.Pages.Answering;

/// <summary>What the page of one question shows.</summary>
public sealed record QuestionView
{
    public required string Slug { get; init; }

    public required Text Consultation { get; init; }

    /// <summary>Those that the consultation explains.</summary>
    public required IReadOnlyList<ExplainedWord> Words { get; init; }

    public required Asked Asked { get; init; }

    /// <summary>As on paper, from 1; 0 for information between questions.</summary>
    public required int Number { get; init; }

    public required int Total { get; init; }

    /// <summary>The number before this one belongs to a question that this resident does not get.</summary>
    public required bool HasJumped { get; init; }

    public required string Address { get; init; }

    public required string Back { get; init; }

    /// <summary>There is no draft yet: the form carries where its lists start.</summary>
    public required bool IsBeginning { get; init; }

    /// <summary>More people use this computer: nothing typed is kept on it.</summary>
    public required bool IsShared { get; init; }

    /// <summary>Nobody answers for real: nothing typed is kept on the device.</summary>
    public required bool IsPreview { get; init; }

    /// <summary>The consultation closed less than an hour ago.</summary>
    public required bool IsClosing { get; init; }

    /// <summary>Until when this can be sent, when somebody closed it early.</summary>
    public DateTimeOffset? SendsUntil { get; init; }

    /// <summary>What happened since the draft was saved. Such a page is one resident's own, and kept for nobody.</summary>
    public IReadOnlyList<LifeEvent> News { get; init; } = [];

    /// <summary>The consultation can be read in easy words too.</summary>
    public required bool HasEasyWords { get; init; }

    /// <summary>After "Ik snap deze vraag niet": whether the words are easier now than before. Null when nobody said so.</summary>
    public bool? IsEasier { get; init; }

    internal static QuestionView Of(Visit visit, Asked asked) => new()
    {
        Slug = visit.Slug,
        Consultation = visit.Definition.Title,
        Words = visit.Definition.Glossary,
        // Only what can be seen of it: a page of a list that does not rotate is the same for every draft.
        Asked = asked with { Rotation = asked.Question is IRotates rotates ? Rotation.StartOf(rotates, asked.Rotation) : 0 },
        Number = visit.Journey.NumberOf(asked.Question),
        Total = visit.Definition.Numbered.Count(),
        HasJumped = visit.Journey.HasJumpedTo(asked.Question),
        Address = visit.AddressOf(asked.Question, asked.Step),
        Back = BackOf(visit, asked),
        IsBeginning = visit.Draft is null,
        IsShared = visit.IsShared,
        IsPreview = visit.IsPreview,
        IsClosing = visit.State == OpenState.ClosedForNew,
        SendsUntil = visit.SendsUntil,
        News = visit.News,
        HasEasyWords = visit.HasEasyWords,
    };

    private static string BackOf(Visit visit, Asked asked)
    {
        if (asked.Step > 1)
        {
            return visit.AddressOf(asked.Question, Steps.Before(asked.Question, asked.Answer, asked.Step));
        }

        return visit.Journey.Before(asked.Question) is { } before
            ? visit.AddressOf(before, visit.Answers)
            : Addresses.Consultation(visit.Slug);
    }
}
