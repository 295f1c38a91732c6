namespace Participatie.Surveys.Definition.Life;

public enum PromiseKind
{
    /// <summary>What came out is told.</summary>
    Results,

    /// <summary>What is done with it is told.</summary>
    Decision,
}

public enum PromiseState
{
    Due,

    /// <summary>The day is over and it was not done.</summary>
    Late,

    Met,
}

/// <summary>Something that a charter promised by a day, and how it stands: the one source for every page and mail that tells it.</summary>
/// <param name="Kind">What.</param>
/// <param name="Day">The last day on which it is in time.</param>
/// <param name="MetOn">The day on which it was done; null when it was not.</param>
/// <param name="State">How it stands.</param>
public sealed record Promise(PromiseKind Kind, DateOnly Day, DateOnly? MetOn, PromiseState State)
{
    /// <summary>The first day on which it is late.</summary>
    public DateOnly LateSince => Day.AddDays(1);

    /// <summary>In the order of their days; none of what was withdrawn, since that says in public that they lapse.</summary>
    public static IReadOnlyList<Promise> Of(ConsultationLife life, PublishedVersion latest, DateOnly today)
    {
        var charter = latest.Definition.Charter;
        return life.State == LifeState.Withdrawn
            ? []
            :
            [
                Of(PromiseKind.Results, charter.ResultsBy, LifeStep.Reported),
                Of(PromiseKind.Decision, charter.DecisionBy, LifeStep.Decided),
            ];

        Promise Of(PromiseKind kind, DateOnly day, LifeStep meets)
        {
            var met = life.Events.FirstOrDefault(one => one.Step == meets);
            return new Promise(
                kind,
                day,
                met is null ? null : Amsterdam.DayOf(met.At),
                met is not null ? PromiseState.Met : today > day ? PromiseState.Late : PromiseState.Due);
        }
    }
}
