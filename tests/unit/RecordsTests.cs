using System.Reflection;
using Participatie.Surveys.Storage;

namespace Participatie.Tests;

/// <summary>
/// A copy of a record (<c>with</c>) takes all its fields along, also what was worked out from the values that the copy changes.
/// </summary>
public sealed class RecordsTests
{
    /// <summary>Looks each time whether what it holds is still of its own values: a page asks for it several times.</summary>
    private static readonly string[] Checked = ["Visit._journey"];

    [Fact]
    public void No_record_remembers_what_it_worked_out() =>
        Assert.Equal(
            Checked,
            new[] { typeof(Database).Assembly, typeof(Program).Assembly }
                .SelectMany(assembly => assembly.GetTypes())
                .Where(type => type.GetMethod("<Clone>$") is not null)
                .SelectMany(
                    type =>
                        type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
                .Where(field => !field.IsInitOnly && !IsSettable(field))
                .Select(field => $"{field.DeclaringType!.Name}.{field.Name}"));

    /// <summary>Behind a property that is set from outside, and so by the copy as well.</summary>
    private static bool IsSettable(FieldInfo field) =>
        field.Name.StartsWith('<')
            && field.DeclaringType!.GetProperty(field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)])?.SetMethod is not null;
}
