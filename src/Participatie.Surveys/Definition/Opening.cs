using Participatie.Surveys.Definition.Life;

namespace Participatie.Surveys.Definition;

public enum OpenState
{
    Open,

    /// <summary>Closed for whoever begins; a begun draft may still be sent.</summary>
    ClosedForNew,

    Closed,
}

/// <summary>Whether a consultation takes answers at a moment.</summary>
public static class Opening
{
    /// <summary>Somebody who was answering when it closed is not sent away.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    /// <summary>The door shuts by the clock, whoever runs; what was withdrawn or removed is shut at once.</summary>
    public static OpenState Of(ConsultationLife life, PublishedVersion latest, DateTimeOffset now)
    {
        if (!life.HasOpened || life.State == LifeState.Withdrawn)
        {
            return OpenState.Closed;
        }

        var end = life.EndsAt(latest);
        return now < end ? OpenState.Open : now < end + Grace ? OpenState.ClosedForNew : OpenState.Closed;
    }
}
