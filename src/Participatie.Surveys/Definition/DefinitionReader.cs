using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Participatie.Surveys.Definition.Json;

namespace Participatie.Surveys.Definition;

/// <summary>Reads a definition document (format: <c>raadpleging.schema.json</c>).</summary>
public static class DefinitionReader
{
    /// <summary>In bytes: twenty questions in ten languages stay far below it.</summary>
    public const int LargestDocument = 1_000_000;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>
    /// The definition, or every problem of the document at once: each with a JSON pointer (RFC 6901; of an absent member, where it
    /// should be) and a plain Dutch sentence. One of the two is always empty.
    /// </summary>
    public static (Consultation? Definition, IReadOnlyList<Problem> Problems) Read(ReadOnlyMemory<byte> utf8)
    {
        var findings = new DocumentProblems();
        var definition = Read(utf8.Span.StartsWith(ByteOrderMark) ? utf8[ByteOrderMark.Length..] : utf8, findings);
        return findings.Problems.Count == 0 ? (definition, []) : (null, findings.Problems);
    }

    /// <summary>
    /// A document that was published once, by this program, an older or a newer one. It is no author's text to be judged: limits that came
    /// later and members that came from elsewhere are no reason to refuse it, and it stays stored as it is.
    /// </summary>
    /// <returns>The definition, or the first thing in it that nobody here understands.</returns>
    public static (Consultation? Definition, Problem? Unreadable) ReadStored(string document)
    {
        var findings = new DocumentProblems { IsStored = true };
        var definition = Read(Encoding.UTF8.GetBytes(document), findings);
        return findings.Unreadable is null ? (definition, null) : (null, findings.Unreadable);
    }

    private static Consultation? Read(ReadOnlyMemory<byte> utf8, DocumentProblems findings)
    {
        using var document = Parse(utf8, findings);
        return document is null ? null : ConsultationJson.Read(new JsonObjectReader(document.RootElement, "", findings));
    }

    private static JsonDocument? Parse(ReadOnlyMemory<byte> utf8, DocumentProblems findings)
    {
        if (utf8.Length > LargestDocument && !findings.IsStored)
        {
            findings.Add("", $"Dit bestand is te groot. Het mag hooguit {LargestDocument} bytes zijn.");
            return null;
        }

        if (!Utf8.IsValid(utf8.Span))
        {
            findings.AddUnreadable("", "Dit bestand is geen UTF-8-tekst. Bewaar het als UTF-8.");
            return null;
        }

        try
        {
            RefuseHalfCharacters(utf8.Span);
            return JsonDocument.Parse(utf8);
        }
        catch (JsonException e)
        {
            findings.AddUnreadable(
                "", $"Dit is geen geldige JSON. Kijk op regel {e.LineNumber + 1}, bij teken {e.BytePositionInLine + 1}.");
        }
        catch (InvalidOperationException)
        {
            findings.AddUnreadable("", @"Er staat een half teken in dit bestand: \ud800 tot en met \udfff. Haal het weg.");
        }

        return null;
    }

    /// <summary>
    /// An escaped half of a surrogate pair is good JSON that no string can hold: reading it throws, here rather than later.
    /// </summary>
    private static void RefuseHalfCharacters(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
            {
                reader.GetString();
            }
        }
    }
}
