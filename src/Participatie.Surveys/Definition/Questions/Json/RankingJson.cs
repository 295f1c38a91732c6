using System.Text.Json;
using Participatie.Surveys.Definition.Json;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Definition.Questions.Json;

internal sealed class RankingJson : KindJson<RankingQuestion>
{
    public override string Kind => "ranking";

    public override Question Read(JsonObjectReader members, string id, Text text)
    {
        var choices = members.Choices();
        var count = Math.Max(1, choices.Count);
        return new RankingQuestion
        {
            Id = id,
            Text = text,
            Offered = choices,
            Places = Math.Min(members.NumberIfAny("places", min: 1, max: count) ?? RankingQuestion.DefaultPlaces, count),
            Rotate = members.Flag("rotate"),
        };
    }

    protected override void Write(Utf8JsonWriter json, RankingQuestion question)
    {
        json.Write(ChoiceListJson.Name, question.Offered);
        json.WriteNumber("places", question.Places);
        json.WriteFlag("rotate", question.Rotate);
    }
}
