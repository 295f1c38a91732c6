using Participatie.Surveys.Definition;
using Participatie.Surveys.Reporting.Export.Columns;

namespace Participatie.Tests.Definition;

public sealed class ReservedIdsTests
{
    /// <summary>Definition may not name Reporting, so it holds a copy.</summary>
    [Fact]
    public void They_are_the_columns_in_front_of_every_export() =>
        Assert.Equal(FixedColumns.Names.Order(StringComparer.Ordinal), ReservedIds.All.Order(StringComparer.Ordinal));
}
