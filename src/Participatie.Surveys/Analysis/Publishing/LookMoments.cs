namespace Participatie.Surveys.Analysis.Publishing;

/// <summary>
/// When a look at the opinions is taken while a consultation is open, and when it is shown. The looks of each version and population are
/// apart, and a public state is the sum of the last shown ones. So any two public states differ, in each version of each population, by
/// nothing or by ten responses at least:
/// <list type="bullet">
/// <item>a look is taken ten responses after the last one at the earliest, and one that was taken is forgotten when anybody withdraws,
/// since nobody knows any more whether that response is in it (no order is kept). The next one is held against the last shown one again, so
/// withdrawals only delay it;</item>
/// <item>it is shown when ten more have come. None of these is in it and none was withdrawn, or it would have been forgotten; so the final
/// result, which holds everything, has ten responses more than the last shown look at the moment when that is shown.</item>
/// </list>
/// One thing cannot be held by any rule that shows looks and then everything: whoever withdraws after the last look was shown makes that
/// distance smaller by one. What was published stays published, and the final result holds every answer, so it may then differ by as many
/// fewer as withdrew since. It is an opinion of nobody known, never a group.
/// </summary>
public static class LookMoments
{
    private const int Step = Suppression.Threshold;

    // A look copies a few texts. Once in ten responses, but of many responses no more often than they grow by half a percent: a million of
    // them at once make about a thousand looks.
    private const int Share = 200;

    /// <summary>
    /// The number of responses at which the next look is taken while some more are counted: as late as it can be and be shown at once, or
    /// as soon as one may be taken.
    /// </summary>
    /// <param name="before">How many there were.</param>
    /// <param name="after">How many there will be.</param>
    /// <param name="last">The number of the newest look, taken or shown; 0 when there is none.</param>
    /// <returns>Null when it is too early for a look.</returns>
    public static long? Next(long before, long after, long last)
    {
        var at = Math.Max(Math.Max(before, after - Step), last + Math.Max(Step, after / Share));
        return at <= after ? at : null;
    }

    public static bool MayBeShown(long look, long responses) => responses - look >= Step;
}
