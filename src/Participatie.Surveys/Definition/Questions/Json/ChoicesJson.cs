using System.Text.Json;
using Participatie.Surveys.Definition.Json;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Definition.Questions.Json;

internal sealed class ChoicesJson : KindJson<ChoicesQuestion>
{
    public override string Kind => "choices";

    public override Question Read(JsonObjectReader members, string id, Text text)
    {
        var choices = members.Choices(ChoiceMarks.Exclusive | ChoiceMarks.Other);
        return new ChoicesQuestion
        {
            Id = id,
            Text = text,
            Offered = choices,
            AtMost = members.NumberIfAny("atMost", min: 1, max: Math.Max(1, choices.Count)),
            Rotate = members.Flag("rotate"),
        };
    }

    protected override void Write(Utf8JsonWriter json, ChoicesQuestion question)
    {
        json.Write(ChoiceListJson.Name, question.Offered);
        if (question.AtMost is { } most)
        {
            json.WriteNumber("atMost", most);
        }

        json.WriteFlag("rotate", question.Rotate);
    }
}
