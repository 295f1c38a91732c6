using System.Reflection;
using Microsoft.AspNetCore.Components;
using Participatie.Web.Frame;

namespace Participatie.Tests.Frame;

public sealed class PreparedTests
{
    public static TheoryData<Type> Parts => [.. typeof(PreparedPart).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(PreparedPart)))];

    [Theory]
    [MemberData(nameof(Parts))]
    public void A_part_that_is_rendered_once_looks_at_nothing_of_one_visitor(Type part)
    {
        var injected = part.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(property => property.IsDefined(typeof(InjectAttribute)))
            .Select(property => property.PropertyType);

        Assert.Subset(new HashSet<Type> { typeof(SiteFiles), typeof(HelpDesk) }, injected.ToHashSet());
    }
}
