using System.Text.Json;
using Participatie.Surveys.Definition.Json;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Definition.Questions.Json;

internal sealed class TextJson : KindJson<TextQuestion>
{
    public override string Kind => "text";

    public override Question Read(JsonObjectReader members, string id, Text text) => new TextQuestion
    {
        Id = id,
        Text = text,
        MaxLength = members.NumberIfAny("maxLength", min: 1, max: TextQuestion.LongestMaxLength) ?? TextQuestion.DefaultMaxLength,
    };

    protected override void Write(Utf8JsonWriter json, TextQuestion question) => json.WriteNumber("maxLength", question.MaxLength);
}
