using Participatie.Tests.Storage;

[assembly: AssemblyFixture(typeof(PostgresCluster))]

namespace Participatie.Tests.Storage;

/// <summary>Every storage test runs on both databases.</summary>
public static class OnBoth
{
    public static TheoryData<Provider> Databases => [.. GivenStorage.Providers];
}
