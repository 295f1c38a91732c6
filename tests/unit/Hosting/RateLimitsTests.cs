using System.Net;
using static Participatie.Tests.Hosting.Asking;

namespace Participatie.Tests.Hosting;

public sealed class RateLimitsTests(HostingFixture fixture) : IClassFixture<HostingFixture>
{
    private const int CodesAtOnce = 60;

    [Fact]
    public async Task Somebody_who_tries_many_codes_has_to_wait_and_a_neighbour_has_not()
    {
        Assert.DoesNotContain(HttpStatusCode.TooManyRequests, await TryAsync("203.0.113.7", CodesAtOnce));
        var refused = await fixture.Client.SendAsync(Post("/try-code", ("words", "1")).From("203.0.113.7"));
        await refused.RefusedAsync(HttpStatusCode.TooManyRequests, "Het is nu te druk");
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 5, 10);
        Assert.DoesNotContain(HttpStatusCode.TooManyRequests, await TryAsync("203.0.113.8", 1));
    }

    [Fact]
    public async Task All_addresses_of_one_household_count_together()
    {
        await TryAsync("2001:db8:1:2::a", CodesAtOnce);
        Assert.Equal([HttpStatusCode.TooManyRequests], await TryAsync("2001:db8:1:2:ffff::b", 1));
        Assert.DoesNotContain(HttpStatusCode.TooManyRequests, await TryAsync("2001:db8:1:3::a", 1));
    }

    [Fact]
    public async Task A_village_hall_of_100_people_reads_on()
    {
        var statuses = new List<HttpStatusCode>();
        for (var page = 0; page < 500; page++)
            statuses.Add((await fixture.Client.SendAsync(Get("/long").From("198.51.100.1"))).StatusCode);
        Assert.All(statuses, status => Assert.Equal(HttpStatusCode.OK, status));
    }

    private async Task<List<HttpStatusCode>> TryAsync(string visitor, int times)
    {
        var statuses = new List<HttpStatusCode>();
        for (var time = 0; time < times; time++)
            statuses.Add((await fixture.Client.SendAsync(Post("/try-code", ("words", "1")).From(visitor))).StatusCode);
        return statuses;
    }
}
