using System.Text.Json;
using System.Text.Json.Serialization;
using Participatie.Surveys.Language;

namespace Participatie.Web.Pages.Information.SocialAgenda;

/// <summary>Reads a <see cref="Text"/> from a map of language tag to words.</summary>
internal sealed class TextConverter : JsonConverter<Text>
{
    public override Text Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(JsonSerializer.Deserialize<Dictionary<string, string>>(ref reader, options)!);

    public override void Write(Utf8JsonWriter writer, Text value, JsonSerializerOptions options) =>
        throw new NotSupportedException("The themes are only read.");
}
