using System.Collections;
using System.Globalization;
using Participatie.Surveys.Language;

namespace Participatie.Tests.Definition;

/// <summary>Everything that an object holds, as one text: records with lists in them are never equal by themselves.</summary>
internal static class Described
{
    public static string In(object? value) => value switch
    {
        null => "null",
        string words => $"\"{words}\"",
        Text text => $"<{string.Join('|', text.LanguageTags.Order(StringComparer.Ordinal).Select(tag => $"{tag}:{text.In(tag).Text}"))}>",
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(In))}]",
        IConvertible simple => simple.ToString(CultureInfo.InvariantCulture),
        _ =>
            $"{value.GetType().Name}({string.Join(", ", value.GetType().GetProperties().Select(property => $"{property.Name}={In(property.GetValue(value))}"))})",
    };
}
