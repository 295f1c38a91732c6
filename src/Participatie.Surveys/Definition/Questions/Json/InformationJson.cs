using System.Text.Json;
using Participatie.Surveys.Definition.Json;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Definition.Questions.Json;

internal sealed class InformationJson : KindJson<InformationQuestion>
{
    public override string Kind => "information";

    public override bool IsQuestion => false;

    public override Question Read(JsonObjectReader members, string id, Text text) =>
        new InformationQuestion { Id = id, Text = text, Body = members.Text("body") };

    protected override void Write(Utf8JsonWriter json, InformationQuestion question) => json.Write("body", question.Body);
}
