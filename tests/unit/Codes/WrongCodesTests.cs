using System.Net;
using Participatie.Surveys.Codes;

namespace Participatie.Tests.Codes;

public sealed class WrongCodesTests
{
    private static readonly IPAddress Somebody = IPAddress.Parse("10.0.0.1");

    private readonly SetClock _clock = new(new DateTimeOffset(2026, 11, 22, 9, 30, 0, TimeSpan.Zero));

    [Fact]
    public void The_wait_grows_and_stays_short()
    {
        var codes = new WrongCodes(_clock);
        var waits = Enumerable.Range(0, 30).Select(_ => codes.CountAndSay(Somebody)).ToList();
        Assert.All(waits.Take(5), wait => Assert.Equal(TimeSpan.Zero, wait));
        Assert.Equal(TimeSpan.FromSeconds(2.5), waits[9]);
        Assert.Equal(waits.Order(), waits);
        Assert.Equal(TimeSpan.FromSeconds(5), waits[^1]);
    }

    [Fact]
    public void It_is_forgotten_after_a_quarter_of_an_hour_and_others_do_not_wait()
    {
        var codes = new WrongCodes(_clock);
        for (var tries = 0; tries < 10; tries++)
        {
            codes.CountAndSay(Somebody);
        }

        Assert.Equal(TimeSpan.Zero, codes.CountAndSay(IPAddress.Parse("10.0.0.2")));
        _clock.Now += TimeSpan.FromMinutes(16);
        Assert.Equal(TimeSpan.Zero, codes.CountAndSay(Somebody));
    }
}
