using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Answering.Checks;

/// <summary>What was sent from one page of a question.</summary>
public sealed record Attempt
{
    /// <summary>Where a problem is that is none of one part: <see cref="Problem.At"/>.</summary>
    public const string Whole = "";

    public required Question Question { get; init; }

    /// <summary>From 1; a question without steps has only the first.</summary>
    public int Step { get; init; } = 1;

    public required FilledIn FilledIn { get; init; }

    /// <summary>What was answered before: a step adds to it.</summary>
    public Answer? Current { get; init; }

    /// <summary>The language of the page, and of what is typed on it.</summary>
    public required InterfaceWords Words { get; init; }

    public string Way => FilledIn.Actions is [{ Length: > 0 } way, ..] ? way : FormActions.Next;

    public Refused Refuse(string key, params ReadOnlySpan<object?> values) => RefuseAt(Whole, key, values);

    /// <param name="part">Of <see cref="FilledIn.Parts"/>.</param>
    /// <param name="key">Of the words.</param>
    /// <param name="values">What they mention.</param>
    internal Refused RefuseAt(string part, string key, params ReadOnlySpan<object?> values) =>
        new([new Problem(part, values.IsEmpty ? Words[key] : Words.Format(key, values))]);

    /// <summary>Nothing was filled in: the way out is named only where there is one.</summary>
    /// <param name="key">What to do; with <c>-or-skip</c> behind it, the same with the words of the button.</param>
    internal Refused RefuseEmpty(string key) =>
        FormActions.OffersSkip(Question, Step) ? Refuse(key + "-or-skip", Words["answer.skip"]) : Refuse(key);
}

public abstract record Checked;

public sealed record Accepted(Answer Answer) : Checked;

/// <param name="Problems">At least one, in the order of the fields: each at <see cref="Attempt.Whole"/> or at a part.</param>
public sealed record Refused(IReadOnlyList<Problem> Problems) : Checked;
