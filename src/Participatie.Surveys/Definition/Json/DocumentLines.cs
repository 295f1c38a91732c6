using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Participatie.Surveys.Definition.Json;

/// <summary>
/// On which line of a document something stands, so that who mends it finds it. Reads as far as the text is JSON: what stands behind a
/// mistake has no line.
/// </summary>
public static class DocumentLines
{
    /// <summary>
    /// The lines, counted from 1, of those places; of an absent member the line of the object that it should stand in.
    /// </summary>
    public static IReadOnlyDictionary<string, int> Of(string document, IEnumerable<string> pointers)
    {
        var asked = pointers.ToHashSet(StringComparer.Ordinal);
        var wanted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var pointer in asked)
        {
            for (var at = pointer; at is not null && wanted.Add(at); at = Pointer.Above(at))
            {
                // What stands around it, too.
            }
        }

        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        try
        {
            Read(Encoding.UTF8.GetBytes(document), wanted, found);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            // As far as it went.
        }

        return asked.Select(pointer => (pointer, Line: NearestOf(pointer, found))).Where(place => place.Line > 0)
            .ToDictionary(place => place.pointer, place => place.Line, StringComparer.Ordinal);
    }

    private static int NearestOf(string pointer, Dictionary<string, int> found)
    {
        for (var at = pointer; at is not null; at = Pointer.Above(at))
        {
            if (found.TryGetValue(at, out var line))
            {
                return line;
            }
        }

        return 0;
    }

    private static void Read(ReadOnlySpan<byte> utf8, HashSet<string> wanted, Dictionary<string, int> found)
    {
        var reader = new Utf8JsonReader(utf8);
        // Of each open object or list: where it is (null: nothing in it is asked for), and the next index, -1 of an object.
        var open = new Stack<(string? At, int Next)>();
        var (name, line, counted) = ("", 1, 0);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                open.Pop();
                continue;
            }

            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                name = open.Peek().At is null ? "" : reader.GetString()!;
                continue;
            }

            var at = PlaceIn(open, name, wanted);
            if (at is not null)
            {
                var start = (int)reader.TokenStartIndex;
                line += utf8[counted..start].Count((byte)'\n');
                counted = start;
                found[at] = line;
            }

            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                open.Push((at, reader.TokenType == JsonTokenType.StartArray ? 0 : -1));
            }
        }
    }

    /// <summary>Where the value that begins here stands; null when nobody asks for it or for anything in it.</summary>
    private static string? PlaceIn(Stack<(string? At, int Next)> open, string name, HashSet<string> wanted)
    {
        if (!open.TryPop(out var around))
        {
            return "";
        }

        open.Push(around.Next < 0 ? around : around with { Next = around.Next + 1 });
        if (around.At is null)
        {
            return null;
        }

        var at = around.Next < 0
            ? Pointer.To(around.At, name)
            : string.Create(CultureInfo.InvariantCulture, $"{around.At}/{around.Next}");
        return wanted.Contains(at) ? at : null;
    }
}
