using Participatie.Surveys.Definition.Json;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Definition.Questions.Json;

internal sealed class FeelingJson : KindJson<FeelingQuestion>
{
    public override string Kind => "feeling";

    public override Question Read(JsonObjectReader members, string id, Text text) => new FeelingQuestion { Id = id, Text = text };
}
