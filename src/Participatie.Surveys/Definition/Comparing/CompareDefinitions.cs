using System.Text;
using System.Text.Json;

namespace Participatie.Surveys.Definition.Comparing;

/// <summary>
/// What differs between two definitions. It looks at the documents and not at the questions that were read from them: whatever a document
/// can say is compared, and so is a working copy that has problems.
/// </summary>
public static class CompareDefinitions
{
    /// <summary>
    /// All differences in the order of the newer document, what is gone behind what stood before it; none between equals.
    /// </summary>
    public static IReadOnlyList<Difference> Of(Consultation before, Consultation after) =>
        Of(DefinitionWriter.Write(before), DefinitionWriter.Write(after));

    /// <summary>
    /// The same of two documents. Layout, the order of members and what a definition takes for granted make no difference, unless one of
    /// the two has problems: then they are compared as they stand.
    /// </summary>
    /// <returns>Null when one of them is no JSON, and has nothing but lines to compare.</returns>
    public static IReadOnlyList<Difference>? Of(string before, string after)
    {
        var (old, changed) = (Encoding.UTF8.GetBytes(before), Encoding.UTF8.GetBytes(after));
        if (DefinitionReader.Read(old).Definition is { } first && DefinitionReader.Read(changed).Definition is { } second)
        {
            return Of(first, second);
        }

        try
        {
            return Of(old, changed);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            // No JSON, or JSON with half a character in it, which no text can hold.
            return null;
        }
    }

    private static List<Difference> Of(ReadOnlyMemory<byte> before, ReadOnlyMemory<byte> after)
    {
        using var old = JsonDocument.Parse(before);
        using var changed = JsonDocument.Parse(after);
        var found = new List<Difference>();
        new ElementComparison(found).Compare(old.RootElement, "", changed.RootElement, "");
        return found;
    }
}
