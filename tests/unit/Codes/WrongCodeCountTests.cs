using Participatie.Surveys.Codes;
using Participatie.Surveys.Storage;
using Participatie.Tests.Storage;

namespace Participatie.Tests.Codes;

public sealed class WrongCodeCountTests(PostgresCluster cluster)
{
    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task Instances_share_one_number_that_is_forgotten(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var instances = Enumerable.Range(0, 3).Select(
            _ => new WrongCodeCount(storage.The<Database>(), storage.The<GroupedWriter>(), storage.Clock)).ToArray();
        foreach (var instance in instances)
        {
            Assert.Equal(0, await instance.PerMinuteAsync());
            Enumerable.Range(0, 40).ToList().ForEach(_ => instance.Add());
            // Its own at once, those of others when it looks again.
            Assert.Equal(40, await instance.PerMinuteAsync());
        }

        storage.Clock.Now += TimeSpan.FromSeconds(6);
        await SumsAsync(instances);
        storage.Clock.Now += TimeSpan.FromSeconds(6);
        Assert.All(await SumsAsync(instances), sum => Assert.Equal(120, sum));

        storage.Clock.Now += TimeSpan.FromMinutes(1);
        Assert.All(await SumsAsync(instances), sum => Assert.Equal(120, sum));
        storage.Clock.Now += TimeSpan.FromMinutes(10);
        Assert.All(await SumsAsync(instances), sum => Assert.Equal(0, sum));

        storage.Clock.Now += TimeSpan.FromHours(2);
        instances[0].Add();
        await SumsAsync(instances);
        await using var context = storage.The<Database>().NewContext();
        Assert.Equal(1, Assert.Single(context.WrongCodes).Count);
    }

    private static async Task<int[]> SumsAsync(WrongCodeCount[] instances)
    {
        var sums = new List<int>();
        foreach (var instance in instances)
        {
            sums.Add(await instance.PerMinuteAsync());
        }

        return [.. sums];
    }
}
