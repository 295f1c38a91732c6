using Participatie.Surveys.Analysis.Following;
using Participatie.Surveys.Answering;

namespace Participatie.Tests.Analysis.Following;

public sealed class ShownProgressTests
{
    [Fact]
    public void A_colleague_who_helps_one_person_does_not_see_what_they_do()
    {
        var (now, shown) = (new Dictionary<ProgressMeasure, long>(), ShownProgress.None);
        Many(ProgressMeasure.Seen, 60);
        Many(ProgressMeasure.Answered, 39);
        Many(ProgressMeasure.DontKnow, 9);
        shown = shown.Renew(now, 0);
        Assert.Equal((60L, 30L, (long?)null), (shown[ShownProgress.Seen], shown[ShownProgress.Answered], shown[ShownProgress.DontKnow]));

        // The one who is helped says "weet ik niet", and is the tenth: nothing moves, also when nine others only come by.
        Many(ProgressMeasure.DontKnow, 1);
        Assert.Same(shown, shown.Renew(now, 0));
        Many(ProgressMeasure.Seen, 9);
        Assert.Same(shown, shown.Renew(now, 0));
        Many(ProgressMeasure.Seen, 1);
        var came = shown.Renew(now, 0);
        Assert.Equal((70L, (long?)null), (came[ShownProgress.Seen], came[ShownProgress.DontKnow]));

        // With nine others who got past it, nobody knows who it was.
        Many(ProgressMeasure.Answered, 9);
        Assert.Equal((40L, (long?)null), (came.Renew(now, 0)[ShownProgress.Answered], came.Renew(now, 0)[ShownProgress.DontKnow]));
        Many(ProgressMeasure.Seen, 20);
        Assert.Equal(10, came.Renew(now, 0)[ShownProgress.DontKnow]);

        void Many(ProgressMeasure measure, long number) => now[measure] = now.GetValueOrDefault(measure) + number;
    }

    /// <summary>Everybody answers and looks away at random, and somebody reloads all the time.</summary>
    [Fact]
    public void Nothing_that_is_ever_shown_differs_by_a_few()
    {
        var (dice, now, shown) = (new Dice(33), new Dictionary<ProgressMeasure, long>(), ShownProgress.None);
        var ever = new Dictionary<string, HashSet<long>>(StringComparer.Ordinal);
        for (var time = 0; time < 3000; time++)
        {
            Add(dice.OneIn(2) ? ProgressMeasure.Seen : dice.Lopsided(
                [ProgressMeasure.Answered, ProgressMeasure.Skipped, ProgressMeasure.DontKnow, ProgressMeasure.RatherNot]));
            if (now.GetValueOrDefault(ProgressMeasure.Answered) > 0 && dice.OneIn(9))
            {
                now[ProgressMeasure.Answered]--;
                Add(ProgressMeasure.Skipped);
            }

            shown = shown.Renew(now, time / 40);
            foreach (var (name, number) in shown.Shown)
                (ever.TryGetValue(name, out var numbers) ? numbers : ever[name] = []).Add(number);
        }

        Assert.Contains(ShownProgress.Left, ever.Keys);
        Assert.All(ever, one => Assert.All(one.Value, number => Assert.Equal(0, number % SteppedCounts.Step)));

        void Add(ProgressMeasure measure) => now[measure] = now.GetValueOrDefault(measure) + 1;
    }

    [Theory]
    [InlineData(9, 900, null)]
    [InlineData(10, 330, 35L)]
    [InlineData(10, 320, 30L)]
    [InlineData(10, 4, 5L)]
    public void Says_how_long_people_look_to_five_seconds(int people, int seconds, long? said)
    {
        var shown = ShownProgress.None.Renew(
            new Dictionary<ProgressMeasure, long>
            {
                [ProgressMeasure.Seen] = 30,
                [ProgressMeasure.Answered] = 30,
                [ProgressMeasure.Timed] = people,
                [ProgressMeasure.Seconds] = seconds,
            },
            0);

        Assert.Equal(said, shown[ShownProgress.Seconds]);
    }
}
