using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Participatie.Surveys.Definition.Json;

namespace Participatie.Surveys.Definition;

/// <summary>Writes a definition as the one document that the database, an export and <c>Content/</c> hold.</summary>
public static class DefinitionWriter
{
    private static readonly JsonWriterOptions Layout = new()
    {
        Indented = true,
        NewLine = "\n",
        // Readable accents and apostrophes. Safe: the document is served as JSON and never put into a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>UTF-8; the same definition always gives the same bytes.</summary>
    public static byte[] Write(Consultation definition)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Layout))
        {
            ConsultationJson.Write(json, definition);
        }

        return buffer.WrittenSpan.ToArray();
    }
}
