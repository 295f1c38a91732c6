using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;

namespace Participatie.Web.Pages.Answering;

/// <summary>Which of its faces the start page shows.</summary>
public enum StartState
{
    New,

    /// <summary>There is a draft on this device.</summary>
    Begun,

    /// <summary>The draft of this device was taken to another one.</summary>
    Moved,

    /// <summary>Handed in from this device a moment ago.</summary>
    Sent,

    Closed,
}

/// <summary>What the start page shows; never an answer.</summary>
public sealed record StartView
{
    public required string Slug { get; init; }

    public required Consultation Definition { get; init; }

    public required StartState State { get; init; }

    public required int Minutes { get; init; }

    /// <summary>The first question, or where the draft goes on.</summary>
    public required string Next { get; init; }

    public required bool IsClosing { get; init; }

    /// <summary>Until when a begun draft can be sent, when somebody closed it early.</summary>
    public DateTimeOffset? SendsUntil { get; init; }

    /// <summary>The last day for answers, whatever the charter promised.</summary>
    public required DateOnly ClosesOn { get; init; }

    /// <summary>The first day on which nobody could begin.</summary>
    public DateOnly ClosedSince { get; init; }

    /// <summary>Where it stands; null in a preview.</summary>
    public ConsultationLife? Life { get; init; }

    /// <summary>How it ended, when it was withdrawn: then nothing of what was to happen with the answers holds.</summary>
    public LifeEvent? Withdrawal => Life?.Withdrawal;
}
