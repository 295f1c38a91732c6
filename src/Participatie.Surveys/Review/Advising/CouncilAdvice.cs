namespace Participatie.Surveys.Review.Advising;

/// <summary>How an advice stands. The numbers are stored.</summary>
public enum AdviceState : short
{
    /// <summary>The province has to answer.</summary>
    Open = 1,

    /// <summary>The province does it by a day.</summary>
    Promised = 2,

    /// <summary>It is done, or will not be for a reason.</summary>
    Answered = 3,
}

/// <summary>What the council advises about a whole consultation or the product, with the answers of the province.</summary>
/// <param name="Entry">As it was given, and how it stands.</param>
/// <param name="Events">Oldest first.</param>
public sealed record CouncilAdvice(AdviceEntry Entry, IReadOnlyList<AdviceEvent> Events)
{
    /// <summary>Working days within which the province answers: six weeks.</summary>
    public const int AnswerDays = 30;

    public int Number => Entry.Number;

    /// <summary>About the website itself, and not about one consultation.</summary>
    public bool IsOnProduct => Entry.Slug.Length == 0;

    public AdviceState State => (AdviceState)Entry.State;

    public DateTimeOffset Moment => DateTimeOffset.FromUnixTimeMilliseconds(Entry.At);

    public DateOnly DueOn => DateOnly.FromDayNumber(Entry.DueOn);

    /// <summary>A form that was made before another change is not taken.</summary>
    public int LastNumber => Events is [.., var last] ? last.Number : 0;

    /// <summary>What the province says now; null while it says nothing.</summary>
    public AdviceEvent? Answer => Events is [.., var last] ? last : null;

    /// <summary>The council waits, and the day is past: everybody sees it.</summary>
    public bool IsLate(DateOnly today) => State is AdviceState.Open or AdviceState.Promised && today > DueOn;
}
