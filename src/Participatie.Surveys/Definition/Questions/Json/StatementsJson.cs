using System.Text.Json;
using Participatie.Surveys.Definition.Json;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Definition.Questions.Json;

internal sealed class StatementsJson : KindJson<StatementsQuestion>
{
    public override string Kind => "statements";

    private const string Name = "statements";

    public override Question Read(JsonObjectReader members, string id, Text text)
    {
        var statements = members.IdsWithText(Name, withPicture: false);
        if (statements.Count == 0 && members.Find(Name) is { ValueKind: JsonValueKind.Array })
        {
            members.ReportUnreadable(Name, "Geef ten minste één stelling.");
        }

        if (statements.Count > StatementsQuestion.Most)
        {
            members.Report(Name, $"Geef hooguit {StatementsQuestion.Most} stellingen. Maak van een langere lijst twee vragen.");
        }

        return new StatementsQuestion { Id = id, Text = text, Statements = statements };
    }

    protected override void Write(Utf8JsonWriter json, StatementsQuestion question) => json.Write(Name, question.Statements);
}
