using Participatie.Surveys.Definition;
using Participatie.Tests.Storage;

namespace Participatie.Tests.Definition;

public sealed class LoadSamplesTests(PostgresCluster cluster)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_broken_file_does_not_stop_the_others()
    {
        await using var storage = await GivenStorage.OnAsync(Provider.Sqlite, cluster);
        var folder = Directory.CreateTempSubdirectory("samples-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "a.json"), """{ "slug": 3 }""", Stop);
        await File.WriteAllBytesAsync(
            Path.Combine(folder, "b.json"),
            DefinitionWriter.Write(new GivenConsultation().WithSlug("goed").WithOpen("iets").Build()),
            Stop);

        await storage.The<LoadSamples>().LoadAsync(folder, Stop);

        var loaded = Assert.Single(storage.The<Catalogue>().All);
        Assert.Equal("goed", loaded.Definition.Slug);
        Assert.Equal(Amsterdam.DayOf(storage.Clock.Now).AddDays(SampleDates.DaysOpen), loaded.Definition.Charter.ClosesOn);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task They_are_loaded_into_an_empty_database_only()
    {
        await using var storage = await GivenStorage.OnAsync(Provider.Sqlite, cluster);
        await storage.PublishAsync(
            new GivenConsultation().WithSlug("eigen").WithOpen("iets").ClosingOn(new DateOnly(2026, 12, 24)).Build());

        await storage.The<LoadSamples>().LoadAsync(Repository.Path("src/Participatie.Web/Content/consultations"), Stop);

        Assert.Equal("eigen", Assert.Single(storage.The<Catalogue>().All).Definition.Slug);
    }
}
