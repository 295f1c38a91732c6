using System.Text.Json;

namespace Participatie.Surveys.Answering;

/// <summary>The shapes that several kinds' answers have in JSON. <see cref="CanonicalReader"/> reads the same ones as bytes.</summary>
internal static class AnswerJson
{
    public const string Choice = "choice";
    public const string Choices = "choices";

    /// <summary>Behind the ids of a ranking in a draft: the resident wants to put no more in order.</summary>
    public const string End = "$end";

    private const string Text = "text";
    private const string Language = "lang";

    /// <summary>What every object begins with.</summary>
    public static ReadOnlySpan<byte> TextStart => "{\"text\":"u8;

    /// <summary>What stands behind the text.</summary>
    public static ReadOnlySpan<byte> LanguageStart => ",\"lang\":\""u8;

    /// <summary>Begins the object; what is chosen comes behind the words, so that one way of reading finds them in each.</summary>
    public static void BeginWords(Utf8JsonWriter json, Written written)
    {
        json.WriteStartObject();
        json.WriteString(Text, written.Text);
        json.WriteString(Language, written.Language);
    }

    public static void WriteList(Utf8JsonWriter json, IEnumerable<string?> ids)
    {
        json.WriteStartArray();
        foreach (var id in ids)
        {
            json.WriteStringValue(id);
        }

        json.WriteEndArray();
    }

    /// <summary>Reads the words of an object and stops behind them: at its end, or at what was chosen.</summary>
    /// <exception cref="FormatException">They do not stand there.</exception>
    public static Written ReadWords(ref Utf8JsonReader json)
    {
        var written = new Written(ReadMember(ref json, Text), ReadMember(ref json, Language));
        json.Read();
        if (json.TokenType == JsonTokenType.PropertyName)
        {
            json.Read();
        }

        return written;
    }

    /// <exception cref="InvalidOperationException">It is no list of ids.</exception>
    public static List<string?> ReadList(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartArray)
        {
            throw new FormatException("An answer is no list.");
        }

        var ids = new List<string?>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            ids.Add(json.GetString());
        }

        return ids;
    }

    private static string ReadMember(ref Utf8JsonReader json, string name) =>
        json.Read()
            && json.TokenType == JsonTokenType.PropertyName
            && json.ValueTextEquals(name)
            && json.Read()
            && json.GetString() is { } value
            ? value
            : throw new FormatException($"An answer in words has no {name}.");
}
