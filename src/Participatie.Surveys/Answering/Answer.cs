namespace Participatie.Surveys.Answering;

/// <summary>What somebody answered to one question. No answer at all is <c>null</c>; passing over is an answer of its own.</summary>
public abstract record Answer
{
    /// <summary>The ids of choices that a condition may look for in it.</summary>
    internal virtual IReadOnlyList<string> ForConditions => [];

    /// <summary>What was written: the answer itself, or beside what was chosen. Null when nothing was.</summary>
    public virtual Written? WordsOfOnesOwn() => null;
}

public enum Reason
{
    Skipped,
    DontKnow,
    RatherNot,
}

/// <summary>The question was seen and left without an answer, for that reason.</summary>
public sealed record Missing(Reason Reason) : Answer;

/// <summary>The id of the one choice: kinds choice, yesno, feeling, agreement, place and age.</summary>
public sealed record Chosen(string Choice) : Answer
{
    /// <summary>What was written beside the choice; null when nothing was, or when it has no line.</summary>
    public Written? Other { get; init; }

    internal override IReadOnlyList<string> ForConditions => [Choice];

    public override Written? WordsOfOnesOwn() => Other;
}

/// <summary>Ids of the chosen, in the definition's order, at least one.</summary>
public sealed record ChosenMany(IReadOnlyList<string> Choices) : Answer
{
    /// <summary>What was written beside one of them; null when nothing was, or when none has a line.</summary>
    public Written? Other { get; init; }

    internal override IReadOnlyList<string> ForConditions => Choices;

    public override Written? WordsOfOnesOwn() => Other;

    public bool Equals(ChosenMany? other) => other is not null && Choices.SequenceEqual(other.Choices) && Other == other.Other;

    public override int GetHashCode() => Choices.Count;
}

/// <summary>Ids from first to last; fewer than the question's places while the resident is choosing.</summary>
/// <param name="Choices">Ids, the one put first at the start.</param>
/// <param name="Ended">The resident wants to put no more in order: the answer is whole although places are left.</param>
public sealed record Ranked(IReadOnlyList<string> Choices, bool Ended = false) : Answer
{
    internal override IReadOnlyList<string> ForConditions => Choices is [var first, ..] ? [first] : [];

    public bool Equals(Ranked? other) => other is not null && Ended == other.Ended && Choices.SequenceEqual(other.Choices);

    public override int GetHashCode() => Choices.Count;
}

/// <summary>
/// An amount for each choice of a budget, in the definition's order; they add up to the total, unless the resident is still dividing.
/// </summary>
public sealed record Divided(IReadOnlyList<int> Amounts) : Answer
{
    /// <summary>Six amounts may together be more than an int holds.</summary>
    public long Sum => Amounts.Sum(amount => (long)amount);

    public bool Equals(Divided? other) => other is not null && Amounts.SequenceEqual(other.Amounts);

    public override int GetHashCode() => Amounts.Count;
}

/// <summary>A judgement id for each statement in the definition's order; null: not judged (yet).</summary>
public sealed record Judged(IReadOnlyList<string?> Judgements) : Answer
{
    public bool Equals(Judged? other) => other is not null && Judgements.SequenceEqual(other.Judgements);

    public override int GetHashCode() => Judgements.Count;
}

/// <param name="Text">What was typed, without control characters, line ends as \n.</param>
/// <param name="Language">Tag of the language of the page that it was typed on.</param>
public sealed record Written(string Text, string Language) : Answer
{
    public override Written WordsOfOnesOwn() => this;
}

/// <summary>A number, exactly as it was meant; at most <see cref="Definition.Questions.NumberQuestion.Decimals"/> decimals.</summary>
public sealed record Amount(decimal Value) : Answer;

/// <summary>Information between questions was read.</summary>
public sealed record Seen : Answer;
