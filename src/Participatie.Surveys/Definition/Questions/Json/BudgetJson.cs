using System.Text.Json;
using Participatie.Surveys.Definition.Json;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Definition.Questions.Json;

internal sealed class BudgetJson : KindJson<BudgetQuestion>
{
    public override string Kind => "budget";

    public override Question Read(JsonObjectReader members, string id, Text text)
    {
        var question = new BudgetQuestion
        {
            Id = id,
            Text = text,
            Offered = members.Choices(),
            Total = members.Number("total", min: 1) ?? 0,
            Step = members.Number("step", min: 1) ?? 0,
            Unit = members.Unit(),
            Rotate = members.Flag("rotate"),
        };
        if (question is { Total: > 0, Step: > 0 })
        {
            CheckSteps(members, question.Total, question.Step);
        }

        return question;
    }

    protected override void Write(Utf8JsonWriter json, BudgetQuestion question)
    {
        json.Write(ChoiceListJson.Name, question.Offered);
        json.WriteNumber("total", question.Total);
        json.WriteNumber("step", question.Step);
        json.Write(question.Unit);
        json.WriteFlag("rotate", question.Rotate);
    }

    private static void CheckSteps(JsonObjectReader members, int total, int step)
    {
        if (total % step != 0)
        {
            members.ReportUnreadable("step", $"U kunt {total} niet precies verdelen in stappen van {step}.");
        }

        if (total / step > BudgetQuestion.MostSteps)
        {
            members.Report("step", $"Dit zijn te veel stappen. Kies een stap van ten minste {(total - 1) / BudgetQuestion.MostSteps + 1}.");
        }
    }
}
