using System.Text.Json;
using Participatie.Surveys.Definition.Json;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Definition.Questions.Json;

internal sealed class OpenJson : KindJson<OpenQuestion>
{
    public override string Kind => "open";

    public override Question Read(JsonObjectReader members, string id, Text text) => new OpenQuestion
    {
        Id = id,
        Text = text,
        MaxLength = members.NumberIfAny("maxLength", min: 1, max: OpenQuestion.LongestMaxLength) ?? OpenQuestion.DefaultMaxLength,
    };

    protected override void Write(Utf8JsonWriter json, OpenQuestion question) => json.WriteNumber("maxLength", question.MaxLength);
}
