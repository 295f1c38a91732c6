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

    public static OpenState Of(Consultation consultation, DateTimeOffset now)
    {
        var end = Amsterdam.EndOf(consultation.Charter.ClosesOn);
        return now < end ? OpenState.Open : now < end + Grace ? OpenState.ClosedForNew : OpenState.Closed;
    }
}
