using Participatie.Surveys.Definition;

namespace Participatie.Surveys.Answering;

/// <summary>A walk that has begun: kept on the server at each question, so that nothing is lost.</summary>
public sealed record Draft
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    public required PublishedVersion Version { get; init; }

    public required Answers Answers { get; init; }

    /// <summary>Answered on behalf of an organisation: counted and shown apart.</summary>
    public required bool Organisation { get; init; }

    public Helped Helped { get; init; }

    /// <summary>Hash of the code from the letter; null: came by the open link.</summary>
    public required byte[]? Invitation { get; init; }

    public required string Language { get; init; }

    public required int Rotation { get; init; }

    public required int Revision { get; init; }

    /// <summary>When it was begun or last saved: what happened to the consultation since then its owner has to be told.</summary>
    public DateTimeOffset SavedAt { get; init; }

    /// <summary>
    /// What is saved now came from a page that did not tell yet what happened since: it stays saved as of before, so that the next page does.
    /// </summary>
    public bool IsUntold { get; init; }

    /// <summary>How many questions were answered or passed over; those that are hidden now do not count.</summary>
    public int AnsweredCount => Journey.Visible.Count(question => question.IsAsked && Answers.IsWhole(question));

    public Journey Journey => Journey.Of(Version.Definition, Answers);
}

/// <summary>What stands behind a token.</summary>
public abstract record DraftFinding
{
    public sealed record None : DraftFinding;

    /// <summary>Somebody went on with it on another device.</summary>
    /// <param name="Draft">As it stands there now.</param>
    public sealed record Moved(Draft Draft) : DraftFinding;

    public sealed record Found(Draft Draft) : DraftFinding;
}
