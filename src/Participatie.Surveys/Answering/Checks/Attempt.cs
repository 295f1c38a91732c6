using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Answering.Checks;

/// <summary>One posted form of a question page.</summary>
public sealed record Attempt
{
    public required Question Question { get; init; }

    /// <summary>From 1; a question without steps has only the first.</summary>
    public int Step { get; init; } = 1;

    public required Posted Posted { get; init; }

    /// <summary>What was answered before: a step adds to it.</summary>
    public Answer? Current { get; init; }

    /// <summary>The language of the page, and of what is typed on it.</summary>
    public required InterfaceWords Words { get; init; }

    public string Way => Posted.First(Posted.Way) is { Length: > 0 } way ? way : FormActions.Next;

    public Refused Refuse(string key, params ReadOnlySpan<object?> values) => RefuseAt(Posted.Answer, key, values);

    internal Refused RefuseAt(string field, string key, params ReadOnlySpan<object?> values) =>
        new([new Problem(field, values.IsEmpty ? Words[key] : Words.Format(key, values))]);

    /// <summary>Nothing was filled in: the way out is named only where there is one.</summary>
    /// <param name="key">What to do; with <c>-or-skip</c> behind it, the same with the words of the button.</param>
    internal Refused RefuseEmpty(string key) =>
        FormActions.OffersSkip(Question, Step) ? Refuse(key + "-or-skip", Words["answer.skip"]) : Refuse(key);
}

public abstract record Checked;

public sealed record Accepted(Answer Answer) : Checked;

/// <param name="Problems">At least one, in the order of the fields.</param>
public sealed record Refused(IReadOnlyList<Problem> Problems) : Checked;
