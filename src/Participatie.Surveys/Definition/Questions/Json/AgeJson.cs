using Participatie.Surveys.Definition.Json;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Definition.Questions.Json;

internal sealed class AgeJson : KindJson<AgeQuestion>
{
    public override string Kind => "age";

    public override Question Read(JsonObjectReader members, string id, Text text) => new AgeQuestion { Id = id, Text = text };
}
