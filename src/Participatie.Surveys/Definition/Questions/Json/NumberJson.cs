using System.Text.Json;
using Participatie.Surveys.Definition.Json;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Definition.Questions.Json;

internal sealed class NumberJson : KindJson<NumberQuestion>
{
    public override string Kind => "number";

    public override Question Read(JsonObjectReader members, string id, Text text)
    {
        var min = members.Number("min");
        var max = members.Number("max");
        if (min >= max)
        {
            members.ReportUnreadable("max", $"Kies hier een getal dat hoger is dan {min}.");
        }
        else if ((long?)max - min > NumberQuestion.WidestRange)
        {
            members.Report(
                "max", $"Tussen min en max mag hooguit {InterfaceWords.For(Languages.Dutch).Number(NumberQuestion.WidestRange)} zitten.");
        }

        return new NumberQuestion
        {
            Id = id,
            Text = text,
            Min = min ?? 0,
            Max = max ?? 0,
            Decimals = members.NumberIfAny("decimals", min: 0, max: NumberQuestion.MostDecimals) ?? 0,
            Unit = members.UnitIfAny(),
        };
    }

    protected override void Write(Utf8JsonWriter json, NumberQuestion question)
    {
        json.WriteNumber("min", question.Min);
        json.WriteNumber("max", question.Max);
        if (question.Decimals > 0)
        {
            json.WriteNumber("decimals", question.Decimals);
        }

        json.Write(question.Unit);
    }
}
