using System.Text.Json;
using Participatie.Surveys.Definition.Json;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Definition.Questions.Json;

internal sealed class ChoiceJson : KindJson<ChoiceQuestion>
{
    public override string Kind => "choice";

    public override bool SpellsOutScale => true;

    public override Question Read(JsonObjectReader members, string id, Text text) => new ChoiceQuestion
    {
        Id = id,
        Text = text,
        Offered = members.Choices(ChoiceMarks.Other),
        Rotate = members.Flag("rotate"),
    };

    protected override void Write(Utf8JsonWriter json, ChoiceQuestion question)
    {
        json.Write(ChoiceListJson.Name, question.Offered);
        json.WriteFlag("rotate", question.Rotate);
    }
}
